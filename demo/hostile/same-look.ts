import assert from 'node:assert/strict';
import type { Look } from './measure.ts';

/** Everything stands where it stands on a page without styles, within a pixel. */
export function assertSameBoxes(found: Look, clean: Look, spaced: boolean): void {
  const names = ({ parts }: Look) => parts.map(([name]) => name);
  assert.deepEqual(names(found), names(clean), 'Other parts are on show.');
  if (spaced) {
    // Wider letters break lines elsewhere, and with them grows the height.
    assertNear(found.card.slice(0, 3), clean.card.slice(0, 3), 'card');
    assert.ok(found.card[3]! >= clean.card[3]! - 1, 'The card is lower.');
    return;
  }
  assertNear(found.card, clean.card, 'card');
  for (const [index, [name, box]] of clean.parts.entries()) {
    assertNear(found.parts[index]![1], box, name);
  }
}

function assertNear(found: number[], clean: number[], name: string): void {
  const isNear = clean.every((value, index) => Math.abs(value - found[index]!) <= 1);
  assert.ok(isNear, `${name} is at ${found.join(', ')} instead of ${clean.join(', ')}.`);
}

/** Every text looks as it does on a page without styles, and can be read. */
export function assertSameText(found: Look, clean: Look, spaced: boolean): void {
  const [smallest, largest] = found.sizes;
  assert.ok(smallest >= 14 && largest <= 20, `Text of ${smallest} to ${largest} px.`);
  const plain = (fonts: string[]) => (spaced ? fonts.map((font) => font.split(' | ')[0]) : fonts);
  assert.deepEqual(plain(found.fonts), plain(clean.fonts));
}

export function assertUsable({ isVisible, isOnTop }: Look): void {
  assert.ok(isVisible, 'It cannot be seen.');
  assert.ok(isOnTop, 'Something lies over its button.');
}
