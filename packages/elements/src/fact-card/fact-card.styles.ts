import { css } from 'lit';

/** A card in three sizes: compact in a narrow column, a card, and wide with the figure beside the text. */
export const factCardStyles = css`
  .root {
    padding: 0;
    overflow-wrap: anywhere;
    --inset: clamp(18px, 6cqi, 34px);
  }
  p {
    margin: 0;
    text-wrap: pretty;
  }
  .layout,
  .hero,
  .rest,
  .foot {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .hero,
  .rest,
  .foot {
    padding: var(--inset);
  }
  .hero {
    gap: 0.3em;
    background: var(--shade);
    border-bottom: 1px solid var(--line);
  }
  .rest {
    gap: 1.5em;
  }
  .foot {
    gap: 1.2em;
    padding-top: 0;
  }
  .eyebrow {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 0.8em;
    align-items: center;
    color: var(--accent);
    font-size: 0.85em;
    font-weight: 650;
  }
  .eyebrow b {
    padding: 0.05em 0.6em;
    border: 1.5px solid currentColor;
    border-radius: 99px;
  }
  .heading {
    font-size: clamp(1.25em, 1.08em + 1.5cqi, 1.6em);
    font-weight: 720;
    line-height: 1.2;
    letter-spacing: -0.02em;
    hyphens: auto;
    hyphenate-limit-chars: 16;
    text-wrap: balance;
  }

  button {
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button svg {
    flex: none;
    width: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .toggle {
    display: flex;
    gap: 0.5em;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: 52px;
    padding: 0.4em 0;
    border-block: 1px solid var(--line);
    font-weight: 620;
    text-align: start;
  }
  .toggle:hover {
    color: var(--accent);
  }
  .toggle[aria-expanded='true'] {
    border-bottom-width: 0;
  }
  .toggle[aria-expanded='true'] svg {
    transform: scaleY(-1);
  }
  #details {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.6em;
    padding-block: 0.4em 0.6em;
  }
  #details[hidden] {
    /* Not drawn, but found by the browser's search. */
    display: block !important;
    padding: 0;
    content-visibility: hidden;
  }
  @supports not (content-visibility: hidden) {
    #details[hidden] {
      display: none !important;
    }
  }
  .actions,
  #menu {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    align-items: center;
  }
  #menu {
    margin-top: -0.6em;
  }
  .act,
  .quiet {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-height: 48px;
    padding: 0.4em 1.25em;
    border: 1.5px solid var(--edge);
    border-radius: 12px;
    font-weight: 620;
    text-align: center;
  }
  .quiet:hover {
    border-color: var(--ink);
  }
  #menu .quiet {
    min-height: 42px;
    padding: 0.3em 0.9em;
    font-size: 0.92em;
  }
  .act {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 700;
    text-decoration: none;
  }
  .act:hover {
    filter: brightness(0.9);
  }
  .said {
    color: var(--good);
    font-size: 0.92em;
    font-weight: 600;
  }
  textarea {
    flex: 1 1 100%;
    min-width: 0;
    padding: 0.6em 0.8em;
    border: 1.5px solid var(--edge);
    border-radius: 10px;
    background: var(--paper);
    color: inherit;
    font:
      0.85em / 1.5 ui-monospace,
      monospace;
  }
  @container (max-width: 21em) {
    .actions > *,
    .act,
    #menu > * {
      flex: 1 0 auto;
      max-width: 100%;
    }
  }

  @container (min-width: 44em) {
    .layout {
      grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
    }
    .hero {
      grid-template-rows: auto auto 1fr;
      border-inline-end: 1px solid var(--line);
    }
    .foot {
      grid-column: 1 / -1;
      padding-top: var(--inset);
    }
    .layout > :nth-child(2) {
      border-bottom: 1px solid var(--line);
    }
    .toggle {
      border: 0;
      min-height: 44px;
      margin-top: -0.6em;
    }
    #details:not([hidden]) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 2.5em;
    }
    #details > :only-child {
      grid-column: 1 / -1;
    }
  }
  @media print {
    .root {
      box-shadow: none;
    }
    .toggle,
    .actions,
    #menu {
      display: none;
    }
    #details[hidden] {
      content-visibility: visible;
      display: grid !important;
    }
  }
  @media (forced-colors: active) {
    .act {
      border: 3px solid LinkText;
    }
  }
`;
