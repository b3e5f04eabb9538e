import { checkFile } from '../check-file/index.ts';
import { invalidCampaigns } from './invalid-campaigns.ts';

/** All that the check says of each campaign that must be refused, by what is wrong with it. */
export const toldErrors = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(invalidCampaigns).map(([title, { value }]) => {
      const { errors } = checkFile(JSON.stringify(value, null, 2), { kind: 'campaign' });
      const lines = errors.flatMap(({ pointer, line, column, code, found, expected, remedy }) => [
        `${line}:${column} ${pointer || '(the file)'} ${code}`,
        `found ${found}`,
        `expected ${expected}`,
        remedy,
      ]);
      return [title, [`## ${title}`, ...lines].join('\n')];
    }),
  );
