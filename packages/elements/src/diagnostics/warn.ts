import type { WarningCode } from '@pro-kid/contract/codes';

export type { WarningCode };

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
