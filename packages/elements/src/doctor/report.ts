import { version } from '../version.ts';
import type { Finding, Level } from './finding.ts';
import { plainAddress } from './plain-address.ts';

export const TITLES: Readonly<Record<Level, string>> = {
  problem: 'Problems',
  advice: 'Advice',
  fine: 'Fine, or good to know',
};

/** In the order in which they are shown. */
export const LEVELS: readonly Level[] = ['problem', 'advice', 'fine'];

/** `2 problems, 1 piece of advice`; `all fine` where there is neither. */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const [problems, pieces] = [count('problem'), count('advice')];
  const parts = [
    ...(problems > 0 ? [`${problems} ${problems === 1 ? 'problem' : 'problems'}`] : []),
    ...(pieces > 0 ? [`${pieces} ${pieces === 1 ? 'piece' : 'pieces'} of advice`] : []),
  ];
  return parts.join(', ') || 'all fine';
}

/**
 * All findings as Markdown, to be sent to somebody: without what anybody typed, and with addresses that
 * have no query. `sent` is what tests have sent.
 */
export function reportOf(findings: readonly Finding[], sent: readonly string[]): string {
  const lines = [
    `# Pro-Kid doctor: ${summaryOf(findings)}`,
    '',
    `Page: ${plainAddress(location.href)}  `,
    `Doctor: version ${version}`,
  ];
  for (const level of LEVELS) {
    const of = findings.filter((finding) => finding.level === level);
    if (of.length > 0) lines.push('', `## ${TITLES[level]}`, '', ...of.map(line));
  }
  if (sent.length > 0)
    lines.push('', '## Sent by the test', '', ...sent.map((each) => `- ${code(each)}`));
  return `${lines.join('\n')}\n`;
}

function line({ who, found, remedy, code: name }: Finding): string {
  const about = who.startsWith('<') ? code(who) : who;
  const end = name ? ` ${remedy} [${name}]` : '';
  return `- ${about}: ${found}${end}`;
}

const code = (text: string) => `\`${text}\``;
