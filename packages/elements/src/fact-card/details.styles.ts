import { css } from 'lit';

/** What there is to read, and the agenda as the ask in it. */
export const detailsStyles = css`
  .told-more,
  section {
    display: grid;
    gap: 0.6em;
    align-content: start;
  }
  .told-more {
    gap: 1.4em;
  }
  .title {
    font-weight: 680;
    line-height: 1.3;
  }
  .agenda {
    padding: 1.15em 1.25em 1.25em;
    border-inline-start: 4px solid var(--accent);
    border-start-end-radius: 12px;
    border-end-end-radius: 12px;
    background: var(--shade);
  }
  .agenda .title {
    color: var(--accent);
  }
  .agenda p {
    font-size: 1.06em;
    line-height: 1.45;
  }

  @container (min-width: 44em) {
    .agenda {
      align-self: start;
    }
  }
  @media print {
    section {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .agenda {
      border: 1px solid CanvasText;
      border-inline-start-width: 4px;
    }
  }
`;
