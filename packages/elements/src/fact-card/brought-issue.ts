import type { Issue } from '@pro-kid/contract';
import type { CardIssue } from './card-issue.ts';
import { fetchText } from '../files/fetch-text.ts';
import { readHtml } from './read-html.ts';

/** Where a page may put an issue of its own. */
interface Card extends HTMLElement {
  issue: string | Issue | null;
  src: string;
}

/** An issue, or why there is none, for the integrator. */
export type BroughtIssue =
  | { data: Issue }
  | { written: CardIssue }
  | { code: 'no-issue' | 'issue-unreachable' | 'issue-invalid'; message: string };

/**
 * Reads the issue that a page brings: in the `issue` property, in the file at `src`, in a child
 * `<script type="application/json">`, or in plain HTML. The signal gives up on a file.
 */
export async function broughtIssue(card: Card, signal: AbortSignal): Promise<BroughtIssue> {
  const { issue, src } = card;
  if (issue) return checked(issue, 'the issue property');
  if (src) {
    const text = await fetchText(src, signal).catch((error: Error) => error);
    if (typeof text === 'string') return parsed(text, `src="${src}"`);
    const message = `the issue at src="${src}" cannot be had: ${text.message}.`;
    return { code: 'issue-unreachable', message };
  }
  const json = card.querySelector(':scope > script[type="application/json"]')?.textContent;
  if (json !== undefined) return parsed(json, 'the <script> between the tags');

  const written = readHtml(card);
  if (written) return { written };
  const message =
    'no issue. Set issue or src, or put a heading or a <script type="application/json"> between the tags.';
  return { code: 'no-issue', message };
}

async function parsed(text: string, place: string): Promise<BroughtIssue> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = `${place} is no JSON: ${(error as Error).message}. "npx @pro-kid/contract check" says where.`;
    return { code: 'issue-invalid', message };
  }
  return checked(value, place);
}

async function checked(value: unknown, place: string): Promise<BroughtIssue> {
  const { checkIssue } = await import('./check-issue.ts');
  const verdict = checkIssue(value);
  if (verdict.valid) return { data: verdict.value };
  const wrong = verdict.errors.map(({ pointer, code }) => `${pointer || '/'} (${code})`);
  const more = wrong.length > 5 ? ` and ${wrong.length - 5} more` : '';
  const message = `${place} is no issue: ${wrong.slice(0, 5).join(', ')}${more}. Correct these places in it; "npx @pro-kid/contract check" says how.`;
  return { code: 'issue-invalid', message };
}
