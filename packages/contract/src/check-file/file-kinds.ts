import { campaign } from '../campaign.ts';
import { issue } from '../issue.ts';
import { check } from '../verdict.ts';
import { campaignWarnings } from './campaign-warnings.ts';
import { campaignWords } from './campaign-words.ts';
import { judged, type FileKind } from './file-kind.ts';
import { issueWarnings } from './issue-warnings.ts';
import { issueWords } from './issue-words.ts';

/** Every kind of file that people write by hand: a kind is one entry. */
export const fileKinds = {
  issue: {
    schema: issue,
    schemaFile: 'issue.schema.json',
    title: 'Issue of a fact card',
    marks: ['facts', 'agenda', 'momentum', 'background', 'summary', 'topics', 'updated'],
    words: issueWords,
    judge: (value) => judged(check(issue, value), issueWarnings),
  },
  campaign: {
    schema: campaign,
    schemaFile: 'campaign.schema.json',
    title: 'Campaign of a pledge or petition',
    marks: [
      ...['statement', 'commitments', 'to', 'ask', 'goal', 'opens', 'closes', 'endpoint', 'kinds'],
      ...['fields', 'custom', 'consents', 'privacy', 'share', 'thanks', 'issue', 'theme'],
    ],
    words: campaignWords,
    judge: (value, circumstances) =>
      judged(check(campaign, value), (good) => campaignWarnings(good, circumstances)),
  },
} satisfies Record<string, FileKind>;

/** The name of a kind of file. */
export type FileKindName = keyof typeof fileKinds;

export const fileKindNames = Object.keys(fileKinds) as FileKindName[];

/** Finds out what kind of file a value is, by its `$schema`, or else by the keys that it has. */
export function recognizeKind(value: unknown): FileKindName | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  const schema = new Map(Object.entries(value)).get('$schema');
  const named = fileKindNames.find(
    (name) => typeof schema === 'string' && schema.endsWith(fileKinds[name].schemaFile),
  );
  if (named) return named;
  const shared = (name: FileKindName) =>
    keys.filter((key) => fileKinds[name].marks.includes(key)).length;
  const [best] = [...fileKindNames].sort((one, other) => shared(other) - shared(one));
  return best !== undefined && shared(best) > 0 ? best : undefined;
}
