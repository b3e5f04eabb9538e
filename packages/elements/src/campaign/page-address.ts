import type { FormInputs } from '../form/form-inputs.ts';
import type { ShownCommitment } from './shown-campaign.ts';

/**
 * What a link to this page may say of its form, in the parameters `pro-kid-kind`, `pro-kid-partner`,
 * `pro-kid-language` and `pro-kid-commitments` (ids divided by commas): nothing of it is personal. The
 * page's address stays as it is.
 */
export function readPageAddress() {
  const query = new URLSearchParams(location.search);
  const read = (name: string) => query.get(`pro-kid-${name}`)?.slice(0, 255) ?? '';
  const language = read('language');
  return {
    kind: read('kind'),
    partner: read('partner'),
    language: /^[a-z]{2,3}(-\w+)*$/i.test(language) ? language : '',
    commitments: query.get('pro-kid-commitments')?.split(',') ?? [],
  };
}

/** Ticks the commitments that a link to this page names, as far as there are such. */
export function tickFromAddress(inputs: FormInputs, commitments: readonly ShownCommitment[]): void {
  const named = readPageAddress().commitments;
  for (const { id } of commitments) {
    const input = inputs.get(`commitment-${id}`);
    if (input && named.includes(id)) input.checked = true;
  }
}
