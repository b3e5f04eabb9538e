import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCommand } from './options.ts';

const NEEDED = [
  ['--smtp', 'smtps://ana:se%40cret@mail.example'],
  ['--mail-from', 'Pro-Kid <hello@your-site.example>'],
  ['--public-url', 'https://your-site.example/receiver/'],
].flat();

const confirmation = (args: string[], environment: Record<string, string> = {}) => {
  const command = parseCommand(args, environment);
  assert.equal(command.run, 'serve', 'message' in command ? command.message : '');
  return command.options.confirmation;
};
const complaint = (args: string[], environment: Record<string, string> = {}) => {
  const command = parseCommand(args, environment);
  assert.equal(command.run, 'complain');
  return command.message;
};

describe('the options about mail', () => {
  it('ask nobody without a mail server', () => {
    assert.equal(confirmation([]), undefined);
    assert.equal(confirmation([], { PRO_KID_SMTP: '' }), undefined);
  });

  it('have defaults, and come from the environment too', () => {
    const expected = {
      smtp: 'smtps://ana:se%40cret@mail.example',
      from: { name: 'Pro-Kid', address: 'hello@your-site.example' },
      publicUrl: 'https://your-site.example/receiver',
      within: 7 * 86_400_000,
      mostMails: 5,
    };
    assert.deepEqual(confirmation(NEEDED), expected);
    const environment = {
      PRO_KID_SMTP: 'smtp://127.0.0.1:2525',
      PRO_KID_MAIL_FROM: 'hello@your-site.example',
      PRO_KID_PUBLIC_URL: 'https://your-site.example',
      PRO_KID_CONFIRM_WITHIN: '48h',
      PRO_KID_MAILS_PER_ADDRESS: '2',
    };
    assert.deepEqual(confirmation([], environment), {
      smtp: 'smtp://127.0.0.1:2525',
      from: { name: '', address: 'hello@your-site.example' },
      publicUrl: 'https://your-site.example',
      within: 48 * 3_600_000,
      mostMails: 2,
    });
    assert.deepEqual(confirmation(NEEDED, environment), {
      ...expected,
      within: 48 * 3_600_000,
      mostMails: 2,
    });
  });

  it('say what is missing or wrong, and never a password', () => {
    assert.equal(
      complaint(['--confirm-within', '7d']),
      '--confirm-within needs a mail server: give it with --smtp or PRO_KID_SMTP.',
    );
    assert.match(
      complaint(NEEDED.slice(0, 2)),
      /^Mail needs --mail-from or PRO_KID_MAIL_FROM: the/,
    );
    assert.match(complaint(NEEDED.slice(0, 4)), /^Mail needs --public-url or PRO_KID_PUBLIC_URL: /);
    for (const smtp of [
      'mail.example',
      'https://a:secret@b',
      'smtps://a:secret@b/c',
      'smtps://a:secret%@b',
      'smtp:',
    ]) {
      const message = complaint([...NEEDED, '--smtp', smtp]);
      assert.match(message, /^--smtp takes a mail server, such as /);
      assert.doesNotMatch(message, /secret/);
    }
    for (const from of ['', 'Pro-Kid', 'a@b, c@d', 'A <a@b> <c@d>', 'A\r\nB: c <a@b>']) {
      assert.match(complaint([...NEEDED, '--mail-from', from]), /^--mail-from takes the sender/);
    }
    for (const url of [
      'your-site.example',
      'ftp://a',
      'https://a@b',
      'https://a?b',
      'https://a#b',
    ]) {
      assert.match(complaint([...NEEDED, '--public-url', url]), /^--public-url takes the address/);
    }
    for (const time of ['7', '0d', '7 days', '-1h']) {
      assert.match(complaint([...NEEDED, `--confirm-within=${time}`]), /a time in hours or days/);
    }
    for (const number of ['0', 'many', '1000', '1.5']) {
      const message = complaint([...NEEDED, '--mails-per-address', number]);
      assert.equal(
        message,
        `--mails-per-address takes a whole number from 1 to 999, not "${number}".`,
      );
    }
  });
});
