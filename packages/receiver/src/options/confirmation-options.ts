import { memberRules } from '@pro-kid/contract/rules';
import { parseOrigin } from './origin.ts';

/** How people are asked by e-mail whether it was they. */
export interface ConfirmationOptions {
  /** `smtp://…` or `smtps://…`; it may hold a password. */
  smtp: string;
  from: { name: string; address: string };
  /** Where visitors reach this receiver, without a slash at its end. */
  publicUrl: string;
  /** How long a link works, in milliseconds. */
  within: number;
  /** How many mails one mailbox may have that it did not answer. */
  mostMails: number;
}

/** A text with the option or variable that gave it; undefined where nothing did. */
interface Given {
  name: string;
  value: string | undefined;
}

export type ConfirmationTexts = Record<
  'smtp' | 'mailFrom' | 'publicUrl' | 'confirmWithin' | 'mostMails',
  Given
>;

const MILLISECONDS_IN = { h: 3_600_000, d: 86_400_000 };
const TIME = /^([1-9]\d{0,3})([hd])$/;
const NUMBER = /^[1-9]\d{0,2}$/;
const NAMED = /^([^<>]*)<([^<>]+)>$/;

/** Reads the options about mail; `message` is one sentence for whoever typed them, and holds no password. */
export function readConfirmation({
  smtp,
  mailFrom,
  publicUrl,
  confirmWithin,
  mostMails,
}: ConfirmationTexts): { confirmation: ConfirmationOptions | undefined } | { message: string } {
  if (smtp.value === undefined) {
    const lone = [mailFrom, publicUrl, confirmWithin, mostMails].find(
      ({ value }) => value !== undefined,
    );
    return lone === undefined
      ? { confirmation: undefined }
      : { message: `${lone.name} needs a mail server: give it with --smtp or PRO_KID_SMTP.` };
  }
  if (!isSmtp(smtp.value)) {
    return {
      message: `${smtp.name} takes a mail server, such as smtps://user:password@mail.example.`,
    };
  }
  const from = parseFrom(mailFrom.value);
  if (from === undefined) {
    return wrong(mailFrom, 'the sender of mails, such as "Pro-Kid <hello@your-site.example>"');
  }
  const base = parseBase(publicUrl.value);
  if (base === undefined) {
    return wrong(
      publicUrl,
      'the address of this receiver as visitors see it, such as https://receiver.your-site.example',
    );
  }
  const [, count, unit] = TIME.exec(confirmWithin.value ?? '7d') ?? [];
  if (count === undefined) return wrong(confirmWithin, 'a time in hours or days, such as 7d');
  if (!NUMBER.test(mostMails.value ?? '5')) {
    return wrong(mostMails, 'a whole number from 1 to 999');
  }
  return {
    confirmation: {
      smtp: smtp.value,
      from,
      publicUrl: base,
      within: Number(count) * MILLISECONDS_IN[unit as keyof typeof MILLISECONDS_IN],
      mostMails: Number(mostMails.value ?? '5'),
    },
  };
}

function isSmtp(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  if (!isDecodable(username) || !isDecodable(password)) return false;
  const isBare = (pathname === '' || pathname === '/') && !search && !hash;
  return (protocol === 'smtp:' || protocol === 'smtps:') && hostname !== '' && isBare;
}

/** A lone `%` is no code of a sign. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** `name <address>`, or an address alone. */
function parseFrom(text: string | undefined): ConfirmationOptions['from'] | undefined {
  const [, name = '', address = text ?? ''] = NAMED.exec(text ?? '') ?? [];
  const plain = { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() };
  const isPlain = !/\p{Cc}/u.test(plain.name);
  return isPlain && memberRules.email.findFault(plain.address) === undefined ? plain : undefined;
}

/** An origin, with a path where the receiver is below one. */
function parseBase(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { origin, pathname, search, hash } = new URL(text);
  if (parseOrigin(origin) === null || search || hash || /@/.test(text)) return undefined;
  return origin + pathname.replace(/\/+$/, '');
}

const wrong = ({ name, value }: Given, expected: string) => ({
  message:
    value === undefined
      ? `Mail needs ${name}: ${expected}.`
      : `${name} takes ${expected}, not "${value}".`,
});
