import { canonicalEmail } from '../people/canonical-email.ts';

const escapeInRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Tells whether an e-mail address is at one of these domains, where `*` stands for any characters. */
export function domainTest(globs: readonly string[]): (email: string) => boolean {
  const patterns = globs.map((glob) => {
    const parts = glob.toLowerCase().split('*').map(escapeInRegExp);
    return new RegExp(`^${parts.join('.*')}$`);
  });
  return (email) => {
    const mailbox = canonicalEmail(email);
    const domain = mailbox.slice(mailbox.lastIndexOf('@') + 1);
    return patterns.some((pattern) => pattern.test(domain));
  };
}
