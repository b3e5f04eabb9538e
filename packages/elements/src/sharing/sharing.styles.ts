import { css } from 'lit';

/** The look of buttons beside the one strong action, and of what could not be copied. */
export const sharingStyles = css`
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
  @media (forced-colors: active) {
    .act {
      border: 3px solid LinkText;
    }
  }
`;
