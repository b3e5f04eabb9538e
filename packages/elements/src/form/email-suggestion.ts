/** Mail services common in California, whose names are long enough for a slip to be told from another name. */
const KNOWN = [
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'comcast.net',
  'sbcglobal.net',
  'verizon.net',
];
/** Real services that are one slip away from a known one. */
const ALSO_REAL = ['ymail.com', 'email.com', 'hotmail.co', 'yahoo.co', 'outlook.co'];

/**
 * The address that was probably meant, where its domain is one slip (a letter missing, added,
 * wrong, or two swapped) away from a well-known one. Only ever a suggestion.
 */
export function suggestEmail(typed: string): string | undefined {
  const [, local = '', domain = ''] = /^(.+)@(.+)$/.exec(typed.trim().toLowerCase()) ?? [];
  if (!domain || KNOWN.includes(domain) || ALSO_REAL.includes(domain)) return undefined;
  const meant = KNOWN.find((known) => isOneSlipAway(domain, known));
  return meant && `${typed.trim().slice(0, local.length)}@${meant}`;
}

/** True for an optimal string alignment distance of 1. */
function isOneSlipAway(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  const isSwap = restA.length === 2 && restA === [...restB].reverse().join('');
  return isSwap || Math.max(restA.length, restB.length) === 1;
}
