import { contrastOf, LEAST_CONTRAST } from '@pro-kid/contract/rules';
import { rootOf } from './check-look.ts';
import { advice, fine, type Finding } from './finding.ts';
import type { Widget } from './widgets.ts';

/** WCAG 2.2, success criterion 1.4.11: what is no text, such as the edge of a field. */
const LEAST_OF_EDGES = 3;

/** The theme's colors that stand on each other, by their custom properties, with what they are called. */
const PAIRS: readonly [front: string, back: string, what: string, least: number][] = [
  ['--ink', '--paper', 'text on paper', LEAST_CONTRAST],
  ['--muted', '--paper', 'muted text on paper', LEAST_CONTRAST],
  ['--accent', '--paper', 'links on paper', LEAST_CONTRAST],
  ['--on-accent', '--accent', 'the button’s text on the accent', LEAST_CONTRAST],
  ['--bad', '--paper', 'errors on paper', LEAST_CONTRAST],
  ['--good', '--paper', 'thanks on paper', LEAST_CONTRAST],
  ['--ink', '--shade', 'text on shade', LEAST_CONTRAST],
  ['--edge', '--paper', 'the edge of fields on paper', LEAST_OF_EDGES],
];

/**
 * The contrast of a widget's colors as the browser computes them now, colors of the page's style sheet and of
 * a campaign's theme included. The other look of a page that has two cannot be measured: a page may change
 * its colors with the visitor's system.
 */
export function checkContrast({ element, who, window }: Widget): Finding[] {
  const root = rootOf(element);
  if (!root) return [];
  const schemes = window.getComputedStyle(root).colorScheme.split(' ');
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  const hasBoth = schemes.includes('light') && schemes.includes('dark');
  const look = (hasBoth ? isDark : schemes.includes('dark')) ? 'dark' : 'light';
  const colors = colorsOf(root, window);
  const faults = PAIRS.flatMap(([front, back, what, least]) => {
    const [one, other] = [colors.get(front), colors.get(back)];
    const contrast = one && other ? contrastOf(one, other) : Infinity;
    return contrast < least ? [`${what} ${floor(contrast)}:1, not ${least}:1`] : [];
  });
  const findings: Finding[] = [];
  if (faults.length > 0) {
    const found = `In the ${look} look, the contrast is too low: ${faults.join('; ')}.`;
    findings.push(advice(who, 'doctor/contrast', found));
  }
  if (hasBoth) {
    const other = look === 'dark' ? 'light' : 'dark';
    const found = `Its colors were measured in the ${look} look. Set your system to ${other}, and look again.`;
    findings.push(fine(who, found));
  }
  return findings;
}

/** 4.49 must not read as 4.5. */
const floor = (contrast: number) => Math.floor(contrast * 100) / 100;

/**
 * The colors as `#rrggbb`, by custom property. Something that is never painted is put into the
 * widget's root, asked, and taken out again before the browser draws.
 */
function colorsOf(root: HTMLElement, window: Window): Map<string, string> {
  const probe = root.ownerDocument.createElement('i');
  probe.hidden = true;
  // Templates end before it, so that what renders them does not meet it.
  root.append(probe);
  const colors = new Map<string, string>();
  for (const name of new Set(PAIRS.flatMap(([front, back]) => [front, back]))) {
    probe.style.color = `var(${name})`;
    const hex = hexOf(window.getComputedStyle(probe).color, root.ownerDocument);
    if (hex) colors.set(name, hex);
  }
  probe.remove();
  return colors;
}

/** A computed color, in whatever notation, as the screen has it; undefined where that cannot be read. */
function hexOf(color: string, page: Document): string | undefined {
  const canvas = page.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha] = context.getImageData(0, 0, 1, 1).data;
  if (alpha !== 255) return undefined;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
