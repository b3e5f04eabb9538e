/** Gmail takes a mailbox with any dots in its name for the same one, and has two domains for it. */
const WITHOUT_DOTS = new Set(['gmail.com']);
const SAME_DOMAIN: ReadonlyMap<string, string> = new Map([['googlemail.com', 'gmail.com']]);

/**
 * The mailbox that an e-mail address leads to, written in one way: in lower case, without a `+tag`,
 * and as Gmail reads it. To tell people apart by, never to write to: mail goes to the address as given.
 */
export function canonicalEmail(email: string): string {
  const text = email.trim().normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 0) return text;
  const given = text.slice(at + 1);
  const domain = SAME_DOMAIN.get(given) ?? given;
  const [beforeTag = ''] = text.slice(0, at).split('+', 1);
  // An address that begins with its tag has no other name.
  const name = beforeTag === '' ? text.slice(0, at) : beforeTag;
  const plain = WITHOUT_DOTS.has(domain) ? name.replaceAll('.', '') : name;
  return `${plain === '' ? name : plain}@${domain}`;
}
