/**
 * `loader.js`: finds the elements of ours on the page, now and whenever some are added, and loads
 * the code of those alone. It sets no global of its own.
 */
import { widgets } from './widgets.ts';

const waiting = new Set(Object.keys(widgets));

async function load(tag: string): Promise<void> {
  waiting.delete(tag);
  try {
    await widgets[tag]!();
  } catch (error) {
    waiting.add(tag);
    console.warn(
      `<${tag}>: its script did not arrive. Put all its files beside loader.js. [pro-kid/load-failed]`,
      error,
    );
  }
}

function find(): void {
  for (const tag of waiting) if (document.querySelector(tag)) void load(tag);
}

new MutationObserver(find).observe(document, { childList: true, subtree: true });
find();
// Asked for in the address; it shows itself only where the page allows that.
if (location.search.includes('pro-kid-doctor')) void load('pro-kid-doctor');
