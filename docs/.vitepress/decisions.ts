import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../decisions');

/** One entry of the sidebar for each decision, by number, named as its page is. */
export function decisions(): { text: string; link: string }[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.md$/.test(file))
    .sort()
    .map((file) => {
      const [title = file] = readFileSync(resolve(folder, file), 'utf8').split('\n', 1);
      return { text: title.replace(/^# /, ''), link: `/decisions/${file.replace(/\.md$/, '')}` };
    });
}
