import { css } from 'lit';

/** The look of what a form meets in use, of errors, failures and thanks, which arrives with their code. */
export const laterFormStyles = css`
  [id],
  .notice {
    scroll-margin-block: 7.5em;
  }
  .suggestion button {
    padding: 0.25em 0;
  }
  .field input:hover {
    border-color: var(--ink);
  }
  .suggestion {
    font-size: 0.9em;
  }
  [type='submit']:hover {
    filter: brightness(0.9);
  }
  [type='submit'][aria-disabled] {
    cursor: progress;
    opacity: 0.75;
  }
  .field input[aria-invalid] {
    border: 2px solid var(--bad);
  }
  .error {
    color: var(--bad);
    font-size: 0.9em;
    font-weight: 600;
  }
  .tick .error {
    grid-column: 2;
  }
  .notice {
    padding: 1em 1.1em;
    border: 2px solid var(--bad);
    border-radius: 12px;
    background: color-mix(in oklab, var(--bad) 7%, var(--paper));
  }
  .notice ul {
    display: grid;
    gap: 0.35em;
    margin: 0.4em 0 0;
    padding: 0;
    list-style: none;
  }
  .notice a {
    color: var(--bad);
  }
  .thanks {
    display: grid;
    gap: 0.6em;
  }
  .thanks svg {
    width: 56px;
    fill: none;
    border-radius: 50%;
    background: color-mix(in oklab, var(--good) 12%, var(--paper));
    stroke: var(--good);
    stroke-width: 3;
  }
  @media (prefers-reduced-motion: no-preference) {
    input,
    button {
      transition:
        background-color 0.15s,
        border-color 0.15s;
    }
    .thanks svg {
      stroke-dasharray: 140;
      animation: draw 0.6s ease-out;
    }
    @keyframes draw {
      from {
        stroke-dashoffset: 140;
      }
    }
  }
`;
