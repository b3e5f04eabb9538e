import { css } from 'lit';

/** The look of the doctor: one column of lines, and its own corner where it came by itself. */
export const doctorStyles = css`
  :host([floating]) {
    position: fixed;
    inset: auto 1rem 1rem auto;
    z-index: 2147483647;
    width: min(34rem, 100vw - 2rem);
  }
  :host([floating]) .root {
    overflow: auto;
    max-height: min(44rem, 100vh - 2rem);
  }
  .root {
    display: grid;
    gap: 1.1em;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: clamp(1.25em, 1em + 1.6cqi, 1.6em);
    line-height: 1.2;
    letter-spacing: -0.015em;
  }
  h3,
  summary {
    font-size: 1em;
    font-weight: 700;
  }
  summary {
    width: fit-content;
    padding: 0.3em 0;
    color: var(--accent);
    cursor: pointer;
  }
  .muted {
    color: var(--muted);
  }
  ul {
    display: grid;
    gap: 0.6em;
    margin-top: 0.5em;
    list-style: none;
  }
  li {
    padding: 0.6em 0.9em;
    border-inline-start: 4px solid var(--tone, var(--edge));
    border-radius: 6px;
    background: var(--shade);
    overflow-wrap: anywhere;
  }
  [data-level='problem'] {
    --tone: var(--bad);
  }
  [data-level='advice'] {
    --tone: var(--accent);
  }
  [data-level='fine'] {
    --tone: var(--good);
  }
  li p + p {
    margin-top: 0.25em;
  }
  .level {
    color: var(--ink);
    font-weight: 700;
  }
  code {
    font:
      0.9em ui-monospace,
      monospace;
  }
  .name {
    color: var(--muted);
    font-size: 0.85em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }
  button {
    min-height: 44px;
    margin: 0;
    padding: 0.4em 1.1em;
    border: 1.5px solid var(--edge);
    border-radius: 10px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button.strong {
    margin-top: 0.8em;
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  textarea {
    width: 100%;
    min-height: 9em;
    padding: 0.6em;
    border: 1.5px solid var(--edge);
    border-radius: 10px;
    background: var(--paper);
    color: var(--ink);
    font:
      0.85em ui-monospace,
      monospace;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  @media (forced-colors: active) {
    button.strong {
      border-color: ButtonText;
    }
  }
`;
