import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readTargets } from './read-targets.ts';

const SIGNING = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const KEY = 'topsecretkey';
const environment = { SIGNING, KEY, EMPTY: '', SPACED: 'a b' };

const folder = temporaryFolder();
let files = 0;

async function read(content: unknown) {
  const file = join(folder, `${++files}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const result = await readTargets(file, environment);
  return 'message' in result ? { message: result.message.replaceAll(file, 'relay.json') } : result;
}

const hook = {
  name: 'crm',
  format: 'signed-webhook',
  url: 'https://crm.example/hooks',
  secret: { env: 'SIGNING' },
};
const plain = { name: 'crm', format: 'json', url: 'https://crm.example/hooks' };

const complaintsAbout = async (...targets: unknown[]) => {
  const result = await read({ targets });
  assert.ok('message' in result, 'nothing is wrong');
  return result.message.split('\n');
};

describe('the file of a relay', () => {
  it('names targets, whose secrets come from the environment and from files', async () => {
    writeFileSync(join(folder, 'key.txt'), `${KEY}\n`);
    const action = {
      name: 'action',
      format: 'action-network-api',
      url: 'https://actionnetwork.org/api/v2/people/',
      secret: { file: 'key.txt' },
      types: ['join'],
      extra: { add_tags: 'Pro-Kid' },
    };
    const inside = {
      name: 'inside',
      format: 'json',
      url: 'http://127.0.0.1:9000/a',
      local: true,
      headers: { authorization: { env: 'KEY' } },
      campaigns: ['clean-air'],
    };
    assert.deepEqual(await read({ targets: [hook, action, inside] }), {
      targets: [
        { ...hook, secret: SIGNING },
        { ...action, secret: KEY },
        {
          name: 'inside',
          format: 'json',
          url: inside.url,
          headers: { authorization: KEY },
          campaigns: ['clean-air'],
        },
      ],
    });
  });

  it('takes an address that is a secret itself', async () => {
    const result = await readTargets(
      (() => {
        const file = join(folder, 'zap.json');
        const url = { env: 'ZAP' };
        writeFileSync(file, JSON.stringify({ targets: [{ ...plain, format: 'zapier', url }] }));
        return file;
      })(),
      { ZAP: 'https://hooks.zapier.com/hooks/catch/1/abc/' },
    );
    assert.ok('targets' in result);
    assert.equal(result.targets[0]!.url, 'https://hooks.zapier.com/hooks/catch/1/abc/');
  });

  it('says with its place what is wrong, and never quotes what could be a secret', async () => {
    for (const secret of [KEY, { env: KEY, file: 'x' }, { value: KEY }, { env: 'a b' }]) {
      const [complaint = '', ...more] = await complaintsAbout({ ...hook, secret });
      assert.match(complaint, /^relay\.json \/targets\/0\/secret: expected \{ "env": "NAME" \} or/);
      assert.deepEqual(more, []);
      assert.ok(!complaint.includes(KEY));
    }
    const complaints = await complaintsAbout({
      ...plain,
      url: `https://user:${KEY}@crm.example/`,
      headers: { authorization: KEY, 'a b': { env: 'KEY' } },
    });
    assert.deepEqual(
      complaints.map((line) => line.split(':')[0]),
      [
        'relay.json /targets/0/url',
        'relay.json /targets/0/headers/authorization',
        'relay.json /targets/0/headers/a b',
      ],
    );
    assert.ok(!complaints.join().includes(KEY));
  });

  const place = async (part: object, from: object = plain) =>
    (await complaintsAbout({ ...from, ...part })).map((line) => line.slice('relay.json '.length));

  it('says what each key takes', async () => {
    const line = async (part: object, from?: object) => (await place(part, from)).join('\n');
    assert.match(await line({ name: 'A b' }), /^\/targets\/0\/name: expected a name of small/);
    assert.match(await line({ format: 'mailchimp' }), /\/format: expected one of signed-webhook, /);
    assert.match(await line({ nme: 'a' }), /\/nme: there is no such key\. There are: name, /);
    assert.match(await line({ types: ['joins'] }), /\/types: expected a list of join, pledge, pet/);
    assert.match(await line({ campaigns: [] }), /\/campaigns: expected a list of ids/);
    assert.match(await line({ fields: { a: 1 } }), /\/fields: expected an object of texts/);
    assert.match(
      await line({ fields: { a: 'b' } }, hook),
      /\/fields: the format signed-webhook ren/,
    );
    assert.match(await line({ local: 'yes' }), /\/local: expected true or false/);
    assert.match(await line({ headers: [] }), /\/headers: expected an object of header names/);
    assert.match(await line({ secret: { env: 'KEY' } }), /\/secret: the format has no secret/);
    assert.match(await line({ secret: undefined }, hook), /\/secret: the format needs one: /);
    assert.match(await line({ secret: { env: 'EMPTY' } }, hook), /the environment has no EMPTY/);
    assert.match(await line({ secret: { file: 'no' } }, hook), /file no cannot be read \(ENOENT\)/);
    assert.match(await line({ secret: { env: 'KEY' } }, hook), /secret is not whsec_ and 24 to 64/);
    const van = { ...hook, format: 'everyaction' };
    assert.match(
      await line({ secret: { env: 'KEY' } }, van),
      /secret is not application:key\|mode/,
    );
    const nation = { ...hook, format: 'nationbuilder' };
    assert.match(await line({ secret: { env: 'SPACED' } }, nation), /the secret has spaces/);
    assert.match(
      (await complaintsAbout(plain, { ...plain, format: 'form' })).join(),
      /^relay\.json \/targets\/1\/name: there is a target "crm" already\.$/,
    );
  });

  it('lets nothing leave by http, nor into the own network unless that is wanted', async () => {
    const faults = async (url: string, local?: boolean) =>
      (await read({ targets: [{ ...plain, url, ...(local && { local }) }] })) as {
        message?: string;
      };
    assert.match((await faults('http://crm.example/')).message!, /starts with https:\/\//);
    assert.match((await faults('http://crm.example/', true)).message!, /starts with https:\/\//);
    assert.match((await faults('ftp://localhost/', true)).message!, /starts with https:\/\//);
    assert.match((await faults('crm.example')).message!, /an address such as/);
    const inside = [
      'localhost',
      '127.0.0.1',
      '10.1.2.3',
      '192.168.0.9',
      '172.20.0.1',
      '169.254.169.254',
      '[::1]',
      '[fd00::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      'printer.local',
      'metadata.google.internal',
      'localhost.',
      'n8n',
    ];
    for (const host of inside) {
      assert.match((await faults(`https://${host}/`)).message ?? '', /inside your own net/, host);
      assert.equal((await faults(`http://${host}/`, true)).message, undefined, host);
    }
    assert.equal((await faults('https://crm.example:8443/a?b=c')).message, undefined);
  });

  it('says which targets there are without a secret, for whoever sends nothing', async () => {
    const file = join(folder, 'routes.json');
    const own = { ...hook, url: { env: 'NONE' }, secret: { env: 'NONE' }, types: ['join'] };
    writeFileSync(file, JSON.stringify({ targets: [own] }));
    assert.ok('message' in (await readTargets(file, {})));
    const read = await readTargets(file, {}, { needsSecrets: false });
    assert.ok('targets' in read);
    assert.deepEqual([read.targets[0]!.name, read.targets[0]!.types], ['crm', ['join']]);
    writeFileSync(file, JSON.stringify({ targets: [{ ...own, types: ['a'] }] }));
    assert.ok('message' in (await readTargets(file, {}, { needsSecrets: false })));
  });

  it('must be JSON with a list of targets', async () => {
    assert.deepEqual(await readTargets(join(folder, 'none'), {}), {
      message: `${join(folder, 'none')} cannot be read: it does not exist.`,
    });
    const broken = await read(`{ "targets": [\n ${KEY} ] }`);
    assert.ok('message' in broken && /^relay\.json is not JSON/.test(broken.message));
    assert.ok(!broken.message.includes(KEY.slice(0, 3)));
    for (const content of [[], {}, { targets: [] }, { targets: {} }, { targets: [hook], a: 1 }]) {
      assert.deepEqual(await read(content), {
        message: 'relay.json must be { "targets": [ … ] }, with one target or more.',
      });
    }
    assert.deepEqual(await complaintsAbout('a'), ['relay.json /targets/0: expected an object.']);
  });
});
