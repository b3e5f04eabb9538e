import { campaign } from '../campaign.ts';
import { checkFile, type CheckedFile, type FileKindName } from '../check-file/index.ts';
import { check } from '../verdict.ts';
import { readLiveCounts } from './live-counts.ts';

/** Checks a file's text, and if it is to be online and the file is a good campaign, its goal as well. */
export async function checkText(
  text: string,
  { kind, isOnline }: { kind?: FileKindName | undefined; isOnline: boolean },
): Promise<CheckedFile> {
  const options = kind ? { kind } : {};
  const checked = checkFile(text, options);
  if (!isOnline || checked.kind !== 'campaign' || checked.errors.length > 0) return checked;
  const verdict = check(campaign, JSON.parse(text.replace(/^\uFEFF/, '')));
  if (!verdict.valid) return checked;
  return checkFile(text, { ...options, counts: await readLiveCounts(verdict.value) });
}
