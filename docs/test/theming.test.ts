import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { all, codes, find, firstColumn, read, rows, section } from './repository.ts';

const page = read('docs/theming.md');
const tokens = section(page, '## Tokens');
const styles = find('packages/elements/src/theme/*.ts').map(read).join('\n');

/** The default of each token that is a color in light and in dark. */
const colors = new Map(
  rows(tokens).flatMap(([name = '', value = '']) => {
    const [light, dark] = codes(value);
    return light && dark ? [[codes(name)[0], { light, dark }] as const] : [];
  }),
);

describe('the page of colors and look', () => {
  it('names every token, and no other', () => {
    assert.deepEqual(firstColumn(tokens), all(styles, /(--pro-kid-[a-z]+(?:-[a-z]+)*)/g));
  });

  it('says the default of each', () => {
    for (const [name = '', value = ''] of rows(tokens)) {
      const [token] = codes(name);
      const [light, dark] = codes(value);
      if (dark) assert.ok(styles.includes(`light-dark(${light}, ${dark})`), token);
      if (light) assert.ok(styles.includes(`${token}, `) && styles.includes(`${light})`), token);
    }
  });

  it('promises a contrast that the defaults have', () => {
    const pairs = rows(section(page, '## Contrast'));
    assert.ok(pairs.length > 0);
    for (const [first = '', second = '', least = ''] of pairs) {
      const front = colors.get(codes(first)[0]);
      const back = colors.get(codes(second)[0]);
      assert.ok(front && back, `${first} on ${second}`);
      for (const look of ['light', 'dark'] as const) {
        const ratio = contrast(front[look], back[look]);
        assert.ok(ratio >= parseFloat(least), `${first} on ${second}, ${look}: ${ratio}`);
      }
    }
  });
});

/** Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(first: string, second: string): number {
  const [darker = 0, lighter = 0] = [luminance(first), luminance(second)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Of `#rgb` or `#rrggbb`. */
function luminance(color: string): number {
  const digits = color.length === 4 ? color.replace(/\w/g, '$&$&') : color;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(digits.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
