import type { Campaign } from '@pro-kid/contract';

/**
 * Puts a campaign's colors below those of the page: `--pro-kid-*` still win. Colors go in pairs, so that
 * none is left to stand on one it was not chosen for; an accent alone is for light paper.
 */
export function applyTheme(root: HTMLElement, theme: Campaign['theme'] = {}): void {
  const { accent, onAccent, ink, paper } = theme;
  const hasPaper = ink && paper;
  const onLight = (color: string, dark: string) =>
    hasPaper ? color : `light-dark(${color}, ${dark})`;
  const colors: Record<string, string | false | undefined> = {
    ink: hasPaper && ink,
    paper: hasPaper && paper,
    accent: accent && onLight(accent, '#ff9a5c'),
    'on-accent': accent && onLight(onAccent ?? '#fff', '#23130a'),
  };
  for (const [name, color] of Object.entries(colors)) {
    if (color) root.style.setProperty(`--scheme-${name}`, color);
    else root.style.removeProperty(`--scheme-${name}`);
  }
}
