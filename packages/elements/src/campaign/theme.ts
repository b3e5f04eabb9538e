import type { Campaign } from '@pro-kid/contract';

/**
 * Puts a campaign's colors below those of the page: `--pro-kid-*` still win. Colors go in pairs, so that
 * none is left to stand on one it was not chosen for; an accent alone is for light paper. The other
 * colors, such as that of errors, are then those for such paper, whatever the page's `color-scheme`.
 */
export function applyTheme(root: HTMLElement, theme: Campaign['theme'] = {}): void {
  const { accent, onAccent, ink, paper } = theme;
  const hasPaper = ink && paper;
  const onLight = (color: string, dark: string) =>
    hasPaper ? color : `light-dark(${color}, ${dark})`;
  const colors: Record<string, string | false | undefined> = {
    'color-scheme': hasPaper && (brightness(ink) > brightness(paper) ? 'dark' : 'light'),
    '--scheme-ink': hasPaper && ink,
    '--scheme-paper': hasPaper && paper,
    '--scheme-accent': accent && onLight(accent, '#ff9a5c'),
    '--scheme-on-accent': accent && onLight(onAccent ?? '#fff', '#23130a'),
  };
  for (const [name, color] of Object.entries(colors)) {
    if (color) root.style.setProperty(name, color);
    else root.style.removeProperty(name);
  }
}

/** How bright a color such as `#b9430b` is to the eye, roughly. */
function brightness(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return 0.3 * red! + 0.6 * green! + 0.1 * blue!;
}
