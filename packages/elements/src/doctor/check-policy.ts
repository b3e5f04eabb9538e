import { fine, problem, type Finding } from './finding.ts';
import { plainAddress } from './plain-address.ts';
import type { Violation } from './policy-watch.ts';

/** The name under which Lit, in the widgets, asks to write templates. */
const POLICY = 'lit-html';

/**
 * What the page's content security policy refused of the widgets: their files, what they ask for, and
 * Trusted Types. `ours` are addresses of their scripts and of what they load.
 */
export function checkPolicy(violations: readonly Violation[], ours: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  let others = 0;
  for (const { directive, blocked, sample, source } of violations) {
    if (directive === 'trusted-types' && sample.startsWith(POLICY)) {
      findings.push(trustedTypes('It refused the name lit-html, under which the widgets write.'));
    } else if ([blocked, source].some((each) => isOneOf(each, ours))) {
      const what = /^https?:/.test(blocked) ? plainAddress(blocked) : blocked;
      findings.push(problem('The page', 'doctor/policy', `${directive} refused ${what}.`));
    } else {
      others++;
    }
  }
  if (others > 0) {
    const found = `Its content security policy refused ${others} other ${others === 1 ? 'thing' : 'things'}, none of the widgets’.`;
    findings.push(fine('The page', found));
  }
  return findings;
}

/**
 * What can be read in a policy itself, before it has refused anything: whether it lets the widgets write.
 * A policy is the text of a header or of a `<meta>`; several headers are joined by commas.
 */
export function readPolicy(policy: string): Finding[] {
  const lists = policy
    .split(',')
    .flatMap((each) => /(?:^|;)\s*trusted-types\s([^;]*)/i.exec(each)?.[1] ?? []);
  const isRefused = lists.some(
    (list) =>
      !list
        .trim()
        .split(/\s+/)
        .some((name) => name === POLICY || name === '*'),
  );
  if (isRefused) return [trustedTypes('Its list trusted-types does not have lit-html.')];
  const needsDuplicates = lists.filter((list) => !list.includes("'allow-duplicates'"));
  return needsDuplicates.length > 0
    ? [fine('The page', 'Its list trusted-types lets one script file of the widgets run, not two.')]
    : [];
}

/** The policies that stand in the page itself. */
export const policiesIn = (page: Document): string[] =>
  [...page.querySelectorAll<HTMLMetaElement>('meta[http-equiv="content-security-policy" i]')].map(
    ({ content }) => content,
  );

const trustedTypes = (found: string) => problem('The page', 'pro-kid/trusted-types', found);

/** Whether an address is in the folder of one of them, or is on the origin of one that is none of a file. */
function isOneOf(address: string, ours: readonly string[]): boolean {
  return (
    /^https?:/.test(address) && ours.some((each) => address.startsWith(each.replace(/[^/]*$/, '')))
  );
}
