import type { Store, SubmissionFilter } from '../store/store.ts';
import type { SubmissionState } from '../store/tables.ts';
import { figure, Progress, submissionCount } from './progress.ts';

export interface Preview {
  total: number;
  states: Partial<Record<SubmissionState, number>>;
  first?: string;
  last?: string;
}

/** Looks at what a filter finds, and changes nothing. */
export async function previewOf(store: Store, filter: SubmissionFilter): Promise<Preview> {
  const progress = new Progress('found');
  const preview: Preview = { total: 0, states: {} };
  for await (const { state, received_at } of store.export(filter)) {
    preview.total++;
    preview.states[state] = (preview.states[state] ?? 0) + 1;
    preview.first ??= received_at;
    preview.last = received_at;
    progress.show(preview.total);
  }
  progress.end();
  return preview;
}

/** A preview in words, for whoever has to decide. */
export function wordsOf({ total, states, first, last }: Preview): string {
  const parts = Object.entries(states).map(([state, count]) => `${figure(count)} ${state}`);
  const lines = [`${submissionCount(total)}: ${parts.join(', ')}`];
  if (first !== undefined) lines.push(`received from ${first} to ${last}`);
  return lines.join('\n');
}
