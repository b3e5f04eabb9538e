import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { individualMember, organizationMember } from '@pro-kid/contract/testing';
import { canonicalEmail } from './canonical-email.ts';
import { personOf } from './person-of.ts';
import { isOfTheFamily } from './same-family.ts';

describe('an e-mail address', () => {
  const same: Record<string, string[]> = {
    'ana.ruiz@example.org': [
      'Ana.Ruiz@Example.ORG',
      'ana.ruiz+kids@example.org',
      ' ana.ruiz@example.org ',
    ],
    'anaruiz@gmail.com': [
      'Ana.Ruiz@gmail.com',
      'a.n.a.ruiz+x+y@googlemail.com',
      'ANARUIZ@GOOGLEMAIL.COM',
    ],
    '+tag@example.org': ['+tag@example.org'],
    '...@gmail.com': ['...@gmail.com'],
  };
  for (const [mailbox, addresses] of Object.entries(same)) {
    it(`leads to ${mailbox}, however it is written`, () => {
      assert.deepEqual(new Set(addresses.map(canonicalEmail)), new Set([mailbox]));
    });
  }

  it('is another where the name, the dots or the domain are others', () => {
    const addresses = [
      'a.b@example.org',
      'ab@example.org',
      'a.b@gmail.com',
      'a.b@mail.example.org',
    ];
    assert.equal(new Set(addresses.map(canonicalEmail)).size, addresses.length);
  });
});

describe('a person', () => {
  it('is told by kind and mailbox, an organization by its name, too', () => {
    const email = 'Office+us@example.org';
    const person = (member: Parameters<typeof personOf>[0]['member']) =>
      personOf({ member }).person;
    assert.equal(person({ ...individualMember, email }), 'individual office@example.org');
    assert.equal(
      person({ ...organizationMember, email, name: ' First  STEPS ' }),
      'organization office@example.org first steps',
    );
    assert.deepEqual(personOf({ member: { ...individualMember, email } }).email, email);
  });

  it('is nobody in particular without a name', () => {
    const nobody = { email: null, mailbox: null, person: null };
    assert.deepEqual(personOf({ member: { kind: 'anonymous' } }), nobody);
  });
});

describe('a family', () => {
  const ana = { ...individualMember, givenName: 'Ana', familyName: 'Ruiz', postalCode: '95814' };
  const ben = { ...ana, givenName: 'Ben', postalCode: '95814-1234' };

  it('is two people with two names and one postal code', () => {
    assert.ok(isOfTheFamily(ben, [ana]));
    assert.ok(!isOfTheFamily({ ...ana, givenName: 'ANA' }, [ana]), 'the same name');
    assert.ok(!isOfTheFamily({ ...ben, postalCode: '94105' }, [ana]), 'another place');
    const { postalCode: _, ...nowhere } = ben;
    assert.ok(!isOfTheFamily(nowhere, [nowhere]), 'no place');
    assert.ok(!isOfTheFamily({ ...ben, givenName: 'Cleo' }, [ana, ben]), 'a third');
  });
});
