/** What a file of ours must not hold, and what is wrong with it. */
const forbidden: Readonly<Record<string, RegExp>> = {
  'makes code of a text': /\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*[`'"]/,
  'writes into the document': /\bdocument\.write/,
  'makes markup of a text': /\.(?:outerHTML\s*=(?!=)|insertAdjacentHTML|createContextualFragment)/,
  'loads by a style sheet': /@import\b|@font-face\b|\burl\(/,
};

/** Lit's own: a template's text becomes the content of a `<template>`. */
const LIT = /createElement\(`template`\);return \w+\.innerHTML=\w+,/g;

/** The one that asks a service by its script, where a page's `endpoint` says so. */
const ASKS_BY_SCRIPT = 'formats/hand-off.js';

/** Where links lead that a visitor may click, and a name that is no address. */
const KNOWN_HOSTS = [
  'bsky.app',
  'wa.me',
  'www.facebook.com',
  'www.linkedin.com',
  'www.w3.org',
  'x.com',
];

/** Names for samples, which belong to nobody (RFC 2606): what the doctor and the page for frames write. */
const SAMPLE_HOST = /\.example$|^example\.(?:com|net|org)$/;

/** What is wrong with a built file, each a few words. */
export function faultsOf(path: string, code: string): string[] {
  const faults = Object.entries(forbidden).flatMap(([fault, pattern]) =>
    pattern.test(code) ? [fault] : [],
  );
  if (/\.innerHTML\s*=(?!=)/.test(code.replace(LIT, ''))) faults.push('makes markup of a text');
  if (path !== ASKS_BY_SCRIPT && /createElement\(\s*[`'"]script/.test(code)) {
    faults.push('adds a script');
  }
  for (const [, host = ''] of code.matchAll(/\bhttps?:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)) {
    if (!KNOWN_HOSTS.includes(host) && !SAMPLE_HOST.test(host)) faults.push(`names ${host}`);
  }
  for (const [, specifier = ''] of code.matchAll(
    /\b(?:import\s*\(?|from)\s*[`'"]([^`'"]+)[`'"]/g,
  )) {
    if (!/^\.{1,2}\//.test(specifier)) faults.push(`imports ${specifier}`);
  }
  return faults;
}
