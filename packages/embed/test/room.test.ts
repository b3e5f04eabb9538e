import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { languages, usual } from '../measure/widgets.ts';
import { roomCss, type Sample } from '../measure/room-css.ts';
import room from '../src/snippet/room.json' with { type: 'json' };

const widths = Array.from({ length: 105 }, (_, index) => 240 + index * 10);
const samplesOf = (heightOf: (width: number) => number): Sample[] =>
  widths.map((width) => ({ width, height: heightOf(width) }));

/** What the height in CSS comes to, in pixels, in a place of this width. */
function heightAt(css: string, width: number): number {
  const script = css
    .replaceAll(/([\d.]+)cqi/g, (_, share: string) => `(${share} * ${width / 100})`)
    .replaceAll('px', '')
    .replaceAll('max(', 'Math.max(')
    .replaceAll('min(', 'Math.min(');
  return new Function(`return ${script}`)() as number;
}

describe('the room in CSS', () => {
  const elements: Record<string, (width: number) => number> = {
    'that is always as high': () => 175,
    'that gets lower': (width) => 763 + Math.max(0, 640 - width) * 1.2,
    'that drops where its columns change': (width) => (width < 620 ? 1500 - width : 763),
    'that rises where its columns change': (width) => (width < 810 ? 1600 - width : 2000 - width),
    'that gets higher': (width) => 1000 + width / 20,
  };
  for (const [title, heightOf] of Object.entries(elements)) {
    test(`is enough for an element ${title}, and not much too much`, () => {
      const samples = samplesOf(heightOf);
      const css = roomCss(samples);
      const excess = samples.map(({ width, height }) => heightAt(css, width) - height);
      assert.ok(Math.min(...excess) >= 0, `${css} lacks ${Math.min(...excess)} pixels.`);
      const mean = excess.reduce((sum, each) => sum + each, 0) / excess.length;
      assert.ok(mean <= 40, `${css} has ${mean} pixels too many.`);
    });
  }
});

test('each widget has its room in each language, once measured', () => {
  assert.deepEqual(Object.keys(room), Object.keys(usual));
  for (const css of Object.values(room)) {
    assert.deepEqual(Object.keys(css), languages);
    for (const each of Object.values(css)) assert.ok(heightAt(each, 360) > 100, each);
  }
});
