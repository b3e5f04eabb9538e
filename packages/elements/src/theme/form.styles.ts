import { css } from 'lit';

/** The look of every form: native controls made large, one strong action. Errors and thanks come later. */
export const formStyles = css`
  .heading,
  ::slotted([slot='heading']) {
    margin: 0;
    font-size: clamp(1.5em, 1.1em + 2.4cqi, 2em);
    font-weight: 720;
    line-height: 1.15;
    letter-spacing: -0.022em;
    text-wrap: balance;
  }
  p {
    margin: 0;
    text-wrap: pretty;
  }
  .muted,
  ::slotted([slot='intro']) {
    color: var(--muted);
  }
  [part='intro'],
  ::slotted([slot='intro']) {
    margin: 0.6em 0 0;
  }
  form {
    display: grid;
    gap: 1.15em;
    margin-top: 1.4em;
  }
  a,
  summary,
  .suggestion button {
    color: var(--accent);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  input,
  button {
    margin: 0;
    border: 0;
    background: none;
    font: inherit;
    accent-color: var(--accent);
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }

  .kinds {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr));
    gap: 4px;
    min-width: 0;
    margin: 0;
    padding: 4px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--shade);
  }
  .kinds label {
    display: flex;
    gap: 0.45em;
    align-items: center;
    justify-content: center;
    min-height: 44px;
    font-size: 0.92em;
    border: 2px solid transparent;
    border-radius: 9px;
    color: var(--muted);
    cursor: pointer;
  }
  .kinds label:has(:checked) {
    border-color: var(--accent);
    background: var(--paper);
    color: var(--ink);
  }
  .kinds label:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  [type='radio'],
  [type='checkbox'] {
    flex: none;
    width: 1.5em;
    height: 1.5em;
  }
  [type='radio'] {
    width: 1.15em;
    outline: none;
  }

  details {
    margin-top: -0.5em;
  }
  summary {
    width: fit-content;
    padding: 0.3em 0;
    font-size: 0.95em;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details p,
  ::slotted([slot='difference']) {
    margin: 0.5em 0 0;
    padding: 0.9em 1em;
    border-radius: 10px;
    background: var(--shade);
    font-size: 0.95em;
  }

  .fields,
  .field {
    display: grid;
    gap: 1.15em 1em;
  }
  .field {
    gap: 0.4em;
    align-content: start;
  }
  label {
    font-size: 0.95em;
    font-weight: 600;
  }
  .field span {
    color: var(--muted);
    font-weight: 400;
  }
  .field input {
    width: 100%;
    min-height: 48px;
    padding: 0.6em 0.85em;
    border: 1.5px solid var(--edge);
    border-radius: 10px;
    background: var(--paper);
    color: inherit;
  }
  .suggestion:not(:has(*)) {
    display: contents;
  }

  .tick {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.3em 0.75em;
  }
  .tick label {
    min-height: 24px;
    font-weight: 400;
    cursor: pointer;
  }
  #behalf {
    margin-bottom: -0.4em;
    font-size: 0.95em;
  }
  [type='submit'] {
    min-height: 54px;
    padding: 0.5em 1.5em;
    border: 1px solid transparent;
    border-radius: 12px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 1.08em;
    font-weight: 700;
    cursor: pointer;
  }
  .fine {
    font-size: 0.85em;
    text-align: center;
  }
  .fine a {
    color: var(--muted);
    font-weight: 400;
  }

  @container (min-width: 26em) {
    .fields {
      grid-template-columns: 1fr 1fr;
    }
    .organization,
    .url,
    .organization-title,
    .email {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .kinds label:has(:checked) {
      border-color: Highlight;
    }
    [type='submit'] {
      border-color: ButtonText;
    }
  }
`;
