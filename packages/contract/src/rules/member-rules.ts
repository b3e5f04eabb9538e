import { email } from './email.ts';
import { postalCode } from './postal-code.ts';
import { line, type Rule } from './rule.ts';
import { website } from './website.ts';

const name = line();

/** The rule of each text in a Member, by its property. */
export const memberRules = {
  name,
  url: website,
  givenName: name,
  familyName: name,
  jobTitle: name,
  email,
  telephone: line(64),
  postalCode,
} satisfies Record<string, Rule>;
