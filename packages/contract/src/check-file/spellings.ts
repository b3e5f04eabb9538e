import { ANSWER_NAME } from '../rules/answer-rule.ts';
import { color } from '../rules/color.ts';
import { jsonPointer } from '../rules/json-pointer.ts';
import { webAddress } from '../rules/web-address.ts';
import { closestWord } from './closest-word.ts';

/** What was probably meant by a text that is no kebab-case name; empty if nothing can be told. */
export const kebabCase = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** What was probably meant by a text that is no name of an answer. */
export function answerNameFor(text: string): string | undefined {
  const name = kebabCase(text).slice(0, 64).replace(/-$/, '');
  return ANSWER_NAME.test(name) ? name : undefined;
}

/** What was probably meant by a text that is no color: `#b43` is `#bb4433`. */
export function colorFor(text: string): string | undefined {
  const digits = text.trim().replace(/^#/, '');
  const all = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const meant = `#${all.toLowerCase()}`;
  return color.findFault(meant) === undefined ? meant : undefined;
}

/** What was probably meant by a text that is no JSON Pointer: `data.total` is `/data/total`. */
export function pointerFor(text: string): string | undefined {
  const meant = `/${text
    .trim()
    .replace(/^\$?\.|^\//, '')
    .replaceAll('.', '/')}`;
  return jsonPointer(255).findFault(meant) === undefined ? meant : undefined;
}

/** What was probably meant by a text that is no time zone: `Los Angeles` is `America/Los_Angeles`. */
export function timeZoneFor(text: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone');
  const cityOf = (zone: string) => zone.trim().replace(/\s+/g, '_').split('/').at(-1)!;
  const city = closestWord(cityOf(text), zones.map(cityOf));
  return zones.find((zone) => cityOf(zone) === city);
}

/**
 * What was probably meant by a text that is no moment: `2026-12-31 18:00` is that hour in California.
 *
 * @param usual The hour of a day alone.
 */
export function momentFor(text: string, usual: string): string | undefined {
  const [, day, hour = usual] =
    /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?\s*$/.exec(text) ?? [];
  const time = Date.parse(`${day}T${hour}Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return undefined;
  return `${day}T${hour}${offsetInCalifornia(time)}`;
}

/** The distance from UTC: `-08:00` in winter, `-07:00` in summer. */
function offsetInCalifornia(time: number): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    timeZoneName: 'longOffset',
  });
  const part = format.formatToParts(time).find(({ type }) => type === 'timeZoneName');
  return part!.value.replace('GMT', '');
}

/** What was probably meant by a text that is no address: one without `https://` before it. */
export function addressFor(text: string): string | undefined {
  const bare = text.trim();
  const isDomain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/?#]|$)/i.test(bare);
  const meant = `https://${bare}`;
  return isDomain && webAddress(2048).findFault(meant) === undefined ? meant : undefined;
}
