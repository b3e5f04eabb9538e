import { css } from 'lit';

/** Two rows that wrap: what to do first, then the services. They stand on whatever the page has. */
export const shareStyles = css`
  .root {
    overflow: visible;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: none;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  [part='actions'],
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  button,
  a {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-width: 44px;
    min-height: 48px;
    margin: 0;
    padding: 0.4em 1.15em;
    border: 1.5px solid var(--edge);
    border-radius: 12px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-weight: 620;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  ul a {
    min-height: 44px;
    padding: 0.3em 0.85em;
    border-width: 1px;
    font-size: 0.92em;
    font-weight: 560;
  }
  button:hover,
  a:hover {
    border-color: var(--ink);
    background: var(--shade);
  }
  .act {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 700;
  }
  .act:hover {
    border-color: transparent;
    background: var(--accent);
    filter: brightness(0.9);
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  button svg {
    flex: none;
    width: 1.2em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='notice'] {
    display: grid;
    gap: 0.6em;
    padding: 0.9em 1em;
    border: 1.5px solid var(--edge);
    border-radius: 12px;
    background: var(--paper);
    font-size: 0.95em;
  }
  textarea {
    min-width: 0;
    padding: 0.5em 0.7em;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--shade);
    color: inherit;
    font:
      0.9em / 1.5 ui-monospace,
      monospace;
  }
  @container (max-width: 23em) {
    [part='actions'] > * {
      flex: 1 0 auto;
      max-width: 100%;
    }
    ul {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    li:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    ul a {
      width: 100%;
      height: 100%;
      padding-inline: 0.3em;
    }
  }
  @media print {
    .layout {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .act {
      border: 3px solid ButtonText;
    }
  }
`;
