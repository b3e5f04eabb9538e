/** Each has a heading in the documentation, with its remedy. */
export type WarningCode =
  | 'no-endpoint'
  | 'endpoint-syntax'
  | 'endpoint-scheme'
  | 'endpoint-credentials'
  | 'insecure-endpoint'
  | 'format'
  | 'format-settings'
  | 'configuration'
  | 'privacy-url'
  | 'answer'
  | 'language-failed'
  | 'no-issue'
  | 'issue-unknown'
  | 'issue-unreachable'
  | 'issue-invalid'
  | 'deck-unreachable'
  | 'deck-invalid'
  | 'campaign-unreachable'
  | 'campaign-invalid'
  | 'campaign-type'
  | 'action-href'
  | 'for-target'
  | 'no-counts'
  | 'counts-url'
  | 'counts-format'
  | 'counts-unreachable'
  | 'number'
  | 'share-url'
  | 'code-failed'
  | 'tag-taken';

const told = new WeakMap<Element, Set<WarningCode>>();

/** Tells the integrator what is wrong and what to do: once for each element and code. */
export function warn(element: Element, code: WarningCode, message: string): void {
  const codes = told.get(element) ?? new Set();
  told.set(element, codes);
  if (codes.has(code)) return;
  codes.add(code);
  warnPage(code, `<${element.localName}>: ${message}`);
}

/** The same for what belongs to no element. */
export function warnPage(code: WarningCode, message: string): void {
  console.warn(`${message} [pro-kid/${code}]`);
}
