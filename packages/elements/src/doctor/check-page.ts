import { advice, note, problem, type Finding } from './finding.ts';
import { plainAddress } from './plain-address.ts';
import type { Widget } from './widgets.ts';

const THIS_COMPUTER = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;
/** Attributes that hold an address a widget loads from. */
const LOADED = ['src', 'counts'];
const ADDRESSES = [...LOADED, 'endpoint', 'privacy', 'action-href', 'url'];

/** What the page around the widgets is like: its scheme, its base, its root's font size. */
export function checkPage(page: Document, widgets: readonly Widget[]): Finding[] {
  const { protocol, hostname } = page.location;
  const findings: Finding[] = [];
  if (protocol === 'http:' && !THIS_COMPUTER.test(hostname)) {
    const found = 'The page is on plain http, so others on the way can read what visitors type.';
    findings.push(problem('The page', 'doctor/http-page', found));
  }
  const base = page.querySelector('base[href]');
  const relative = widgets.find(({ element }) => addressesOf(element).some(isRelative));
  if (base && relative) {
    const found = `<base href> sends the relative address in ${relative.who} to ${plainAddress(page.baseURI)}.`;
    findings.push(note('The page', 'doctor/base-href', found));
  }
  const size = Number.parseFloat(getComputedStyle(page.documentElement).fontSize);
  if (size !== 16) {
    const found = `The root’s font size is ${size} pixels. The widgets keep the browser’s own size.`;
    findings.push(note('The page', 'doctor/root-size', found));
  }
  return findings;
}

/** What one widget meets where it stands: addresses that a browser refuses, and a frame’s sandbox. */
export function checkPlace({ element, who, window }: Widget): Finding[] {
  const findings: Finding[] = [];
  if (window.location.protocol === 'https:') {
    for (const name of LOADED) {
      const address = element.getAttribute(name);
      if (!address || !isPlainHttp(address, element.baseURI)) continue;
      const found = `The page is on https, and ${name} is on plain http, so the browser refuses it.`;
      findings.push(problem(who, 'doctor/mixed-content', found));
    }
  }
  return [...findings, ...checkSandbox(who, window)];
}

function checkSandbox(who: string, window: Window): Finding[] {
  const { sandbox } = (frameOf(window) ?? {}) as Partial<HTMLIFrameElement>;
  const missing = (sandbox?.length ? NEEDED : []).filter((word) => !sandbox!.contains(word));
  if (window.origin === 'null' && window.location.protocol !== 'file:') {
    missing.push('allow-same-origin');
  }
  if (missing.length === 0) return [];
  const needs = missing.some((word) => word !== 'allow-popups') ? problem : advice;
  const found = `It stands in a frame whose sandbox does not have ${missing.join(', ')}.`;
  return [needs(who, 'doctor/sandbox', found)];
}

/** For its code to run, and for what a service or a share link opens in a new tab. */
const NEEDED = ['allow-scripts', 'allow-popups'];

/** Null, too, where the frame is on a page of another site. */
function frameOf(window: Window): Element | null {
  try {
    return window.frameElement;
  } catch {
    return null;
  }
}

const addressesOf = (element: Element) =>
  ADDRESSES.flatMap((name) => element.getAttribute(name) ?? []);
const isRelative = (address: string) => !/^[a-z][a-z+.-]*:|^\/\//i.test(address.trim());
const isPlainHttp = (address: string, base: string) =>
  plainAddress(address, base).startsWith('http:') &&
  !THIS_COMPUTER.test(new URL(address, base).hostname);
