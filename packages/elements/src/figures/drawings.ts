import { html, svg, type TemplateResult } from 'lit';
import type { NumberFigure, RangeFigure, RatioFigure } from './fact.ts';
import { formatShort } from './figure-words.ts';
import { columnsFor, DOTS_IN_ROW, dotScale, rangeScale } from './scales.ts';

/** A person's place with the room to the next one, in the drawing's own units. */
const COLUMN = 34;
const ROW = 70;
const GAP_X = 8;
const GAP_Y = 9;

/** One outline of a person, 24 wide and 59 high. */
const person = (index: number, columns: number) => {
  const x = (index % columns) * COLUMN + 1;
  const y = Math.floor(index / columns) * ROW + 1;
  return (
    `M${x + 4} ${y + 8}a8 8 0 1 1 16 0a8 8 0 1 1-16 0z` +
    `M${x} ${y + 31}a12 12 0 0 1 24 0v23a5 5 0 0 1-5 5h-14a5 5 0 0 1-5-5z`
  );
};

/**
 * As many people as the whole has, the part of them marked: filled in a color, where the others are
 * outlines.
 */
export function drawRatio({ part, whole }: RatioFigure): TemplateResult {
  const columns = columnsFor(whole);
  const rows = Math.ceil(whole / columns);
  const people = Array.from({ length: whole }, (_, index) => person(index, columns));
  const width = columns * COLUMN - GAP_X;
  const height = rows * ROW - GAP_Y;
  return svg`<svg
    class="people"
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="xMinYMax"
    .style=${`--rows:${rows}`}
  >
    <path class="others" d=${people.slice(part).join('')} />
    <path class="marks" d=${people.slice(0, part).join('')} />
  </svg>`;
}

/** A dot's place with the gap to the next one. */
const DOT = 12;
const RADIUS = 4.75;
const GAP = DOT - 2 * RADIUS;

/** A dot in its place; a part of one is that part of its area. */
const dot = (index: number, part = 1) => {
  const radius = RADIUS * Math.sqrt(part);
  const x = (index % DOTS_IN_ROW) * DOT + RADIUS - radius;
  const y = Math.floor(index / DOTS_IN_ROW) * DOT + RADIUS;
  const arc = `a${radius} ${radius} 0 1 1 `;
  return `M${x} ${y}${arc}${2 * radius} 0${arc}${-2 * radius} 0z`;
};

/** A field of dots in rows of ten, each of which is the same round number; an empty one for none. */
export function drawNumber({ value }: NumberFigure): TemplateResult {
  const { dots, rest } = dotScale(value);
  const count = dots + (rest ? 1 : 0);
  const places = Array.from({ length: count }, (_, index) => dot(index, index < dots ? 1 : rest));
  const rows = Math.ceil(count / DOTS_IN_ROW) || 1;
  return svg`<svg class="dots" viewBox="0 0 ${DOTS_IN_ROW * DOT - GAP} ${rows * DOT - GAP}">
    ${count ? svg`<path class="marks" d=${places.join('')} />` : svg`<path class="others" d=${dot(0)} />`}
  </svg>`;
}

/**
 * A line from zero on which the interval is marked. What is written at its ends is text beside the
 * drawing: each label takes the room it needs, so that no two of them meet.
 */
export function drawRange({ low, high }: RangeFigure, locale: string): TemplateResult {
  const { end, from, to } = rangeScale(low, high);
  const write = (value: number) => formatShort(value, locale);
  const columns = [from, to - from, 100 - to].map((share) => `minmax(max-content, ${share}fr)`);
  return html`<div class="range">
    <div class="ends" .style=${`grid-template-columns:${columns.join(' ')}`}>
      <b>${write(low)}</b><i></i><b>${write(high)}</b>
    </div>
    <svg>
      <line class="axis" x1="0" x2="${from}%" y1="50%" y2="50%" />
      <line class="axis" x1="${to}%" x2="100%" y1="50%" y2="50%" />
      <line class="axis" x1="0.75" x2="0.75" y1="18%" y2="82%" />
      <rect
        class="marks"
        x="${from}%"
        width="${Number((to - from).toFixed(3))}%"
        y="10%"
        height="80%"
        rx="2"
      />
    </svg>
    <div class="ends"><span>${write(0)}</span><span>${write(end)}</span></div>
  </div>`;
}
