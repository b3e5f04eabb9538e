import { css } from 'lit';

/**
 * The tokens and the wall around every element. `--pro-kid-*` is what a page may set. The page's own
 * `color-scheme` decides between light and dark, so the element never goes dark on a light page.
 */
export const themeStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    /* Nothing of the page's text styles comes in, but what a visitor's own settings ask for. */
    all: initial;
    display: block;
    color-scheme: inherit;
    visibility: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    direction: inherit;

    --accent: var(--pro-kid-accent, var(--dark-accent, #b9430b));
    --on-accent: var(--pro-kid-on-accent, var(--dark-on-accent, #fff));
    --ink: var(--pro-kid-ink, var(--dark-ink, #1c2333));
    --muted: var(--pro-kid-muted, var(--dark-muted, #515b70));
    --paper: var(--pro-kid-paper, var(--dark-paper, #fff));
    --shade: var(--pro-kid-shade, var(--dark-shade, #f6f3ee));
    --tint: var(--pro-kid-tint, var(--dark-tint, #fff4ea));
    --line: var(--pro-kid-line, var(--dark-line, #dfe2ea));
    --edge: var(--pro-kid-edge, var(--dark-edge, #7d879b));
    --good: var(--pro-kid-good, var(--dark-good, #0f6b57));
    --bad: var(--pro-kid-bad, var(--dark-bad, #b3261e));
    --bad-tint: var(--pro-kid-bad-tint, var(--dark-bad-tint, #fdf0ee));
    --radius: var(--pro-kid-radius, 14px);

    box-sizing: border-box;
    container-type: inline-size;
    contain-intrinsic-inline-size: 30em;
    overflow: clip;
    padding: clamp(18px, 6%, 36px);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    box-shadow: var(--pro-kid-shadow, 0 1px 2px #1c23330f, 0 12px 32px -12px #1c23332e);
    font: var(--pro-kid-font-size, medium) / 1.5 var(--pro-kid-font, system-ui, sans-serif);
    -webkit-font-smoothing: antialiased;
    overflow-wrap: anywhere;
    text-align: start;
  }
  @supports (color: light-dark(red, red)) {
    .root {
      --dark-accent: light-dark(#b9430b, #ff9a5c);
      --dark-on-accent: light-dark(#fff, #23130a);
      --dark-ink: light-dark(#1c2333, #f2f0ec);
      --dark-muted: light-dark(#515b70, #b6bccb);
      --dark-paper: light-dark(#fff, #1b2130);
      --dark-shade: light-dark(#f6f3ee, #12161f);
      --dark-tint: light-dark(#fff4ea, #2a2320);
      --dark-line: light-dark(#dfe2ea, #353c4d);
      --dark-edge: light-dark(#7d879b, #7d879d);
      --dark-good: light-dark(#0f6b57, #7fd4bd);
      --dark-bad: light-dark(#b3261e, #ffb4ab);
      --dark-bad-tint: light-dark(#fdf0ee, #33201f);
    }
  }
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
