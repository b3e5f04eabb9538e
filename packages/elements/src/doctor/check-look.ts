import { hasFallback } from '../fallback/has-fallback.ts';
import { nearestLanguage } from '../messages/language-controller.ts';
import { advice, problem, type Finding } from './finding.ts';
import type { JumpWatch } from './jump-watch.ts';
import type { Widget } from './widgets.ts';

/** Whether there is something to read where the widget does not arrive; the share step needs nothing. */
export function checkFallback({ element, who }: Widget): Finding[] {
  if (element.localName === 'pro-kid-share' || hasFallback(element)) return [];
  const found = 'Nothing stands between the tags, so a visitor without the script sees a gap.';
  return [advice(who, 'doctor/fallback-missing', found)];
}

/** The languages beside English that every widget has. */
const LANGUAGES = ['es'];

/** Whether the widget is in the language of the page around it, if it has that language. */
export function checkLanguage({ element, who }: Widget): Finding[] {
  const [wanted = ''] = nearestLanguage(element).toLowerCase().split('-');
  const shown = rootOf(element)?.lang;
  if (!shown || shown === wanted || !LANGUAGES.includes(wanted)) return [];
  const found = `The page is in "${wanted}" here, and the widget in "${shown}".`;
  return [problem(who, 'pro-kid/language-failed', found)];
}

/** A shift that moves less than this cannot be seen. */
const STILL = 0.005;

/** Whether the page keeps room for a widget that arrives late, and how far it jumped when none was there. */
export function checkRoom({ element, who, window }: Widget, jumps: JumpWatch): Finding[] {
  if (!rootOf(element) || element.localName === 'pro-kid-share') return [];
  const { minHeight } = window.getComputedStyle(element);
  const isReserved = Number.parseFloat(minHeight) > 0;
  const jump = jumps.around(element);
  const measured = jump > 0 ? ` The layout shift around it was ${jump.toFixed(3)}.` : '';
  if (!isReserved) {
    const height = Math.round(element.getBoundingClientRect().height);
    const found = `The page keeps no room for it, and it is ${height} pixels tall.${measured}`;
    return [advice(who, 'doctor/no-room', found)];
  }
  if (jump < STILL) return [];
  return [advice(who, 'doctor/page-jumped', `The page jumped when it arrived.${measured}`)];
}

/** What a widget shows of its own; undefined while what stands between the tags is there. */
export const rootOf = ({ shadowRoot }: Element) =>
  shadowRoot?.querySelector<HTMLElement>('.root') ?? undefined;
