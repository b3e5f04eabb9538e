import { css } from 'lit';

/** The look of errors, failures and thanks, which arrive with the code that needs them. */
export const laterFormStyles = css`
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
