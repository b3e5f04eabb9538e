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
      `<${tag}>: its script did not arrive, so its fallback stays. ` +
        'Check that all its files lie beside loader.js. [pro-kid/load-failed]',
      error,
    );
  }
}

function find(): void {
  for (const tag of waiting) if (document.querySelector(tag)) void load(tag);
  if (waiting.size === 0) observer.disconnect();
}

const observer = new MutationObserver(find);
observer.observe(document, { childList: true, subtree: true });
find();
