import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Frame, Page } from 'puppeteer-core';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with every violation of WCAG 2.2 AA that axe finds on the page or in the frame, widgets included. */
export async function assertAccessible(page: Page | Frame): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (tags) => (window as unknown as { axe: typeof axe }).axe.run({ runOnly: tags }),
    WCAG_22_AA,
  );
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
  assert.deepEqual(found, []);
}
