import { css } from 'lit';

/**
 * The tokens and the wall around every element. A page sets `--pro-kid-*`; all else is mixed from
 * those few. The page's own `color-scheme` decides between light and dark, so that no element goes
 * dark on a light page. A browser from before 2024 has the light look, and plain greys.
 */
export const themeStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  :host(:state(done)) {
    /* The room that the page reserved was for the form. */
    min-height: 0 !important;
  }
  .root {
    /* Of the page's text styles none comes in, but what a visitor's own settings ask for. */
    all: initial;
    display: block;
    color-scheme: inherit;
    visibility: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;

    --accent: var(--pro-kid-accent, var(--scheme-accent, #b9430b));
    --on-accent: var(--pro-kid-on-accent, var(--scheme-on-accent, #fff));
    --ink: var(--pro-kid-ink, var(--scheme-ink, #1c2333));
    --paper: var(--pro-kid-paper, var(--scheme-paper, #fff));
    --good: var(--pro-kid-good, var(--scheme-good, #0f6b57));
    --bad: var(--pro-kid-bad, var(--scheme-bad, #b3261e));
    --radius: var(--pro-kid-radius, 14px);
    --muted: #515b70;
    --edge: #7d879b;
    --line: #dfe2ea;
    --shade: var(--pro-kid-shade, #f6f3ee);

    box-sizing: border-box;
    container-type: inline-size;
    contain-intrinsic-inline-size: 30em;
    overflow: clip;
    padding: clamp(18px, 6%, 36px);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--paper);
    color: var(--ink);
    box-shadow: var(--pro-kid-shadow, 0 12px 32px -12px #1c23332e);
    font: var(--pro-kid-font-size, medium) / 1.5 var(--pro-kid-font, system-ui, sans-serif);
    overflow-wrap: break-word;
    text-align: start;
  }
  @supports (color: light-dark(red, red)) {
    .root {
      --scheme-accent: light-dark(#b9430b, #ff9a5c);
      --scheme-on-accent: light-dark(#fff, #23130a);
      --scheme-ink: light-dark(#1c2333, #f2f0ec);
      --scheme-paper: light-dark(#fff, #1b2130);
      --scheme-good: light-dark(#0f6b57, #7fd4bd);
      --scheme-bad: light-dark(#b3261e, #ffb4ab);
      --muted: color-mix(in oklab, var(--ink) 76%, var(--paper));
      --edge: color-mix(in oklab, var(--ink) 54%, var(--paper));
      --line: color-mix(in oklab, var(--ink) 15%, var(--paper));
      --shade: var(--pro-kid-shade, color-mix(in oklab, #f4a52b 9%, var(--paper)));
    }
  }
  * {
    box-sizing: border-box;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
