/** What WebDriver calls the keys that make no character: https://www.w3.org/TR/webdriver2/#keyboard-actions. */
const CODES: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** WebDriver's name of a key, from the one that the DOM has for it. */
export function codeOf(key: string): string {
  const code = CODES[key] ?? key;
  if ([...code].length !== 1) throw new Error(`There is no key "${key}" in engines/keys.ts.`);
  return code;
}
