import { css } from 'lit';

/** Drawings are as wide as their container lets them, and are told apart without color too. */
export const figureStyles = css`
  .figure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    row-gap: 0.8em;
  }
  .figure svg {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
  }
  .people:dir(rtl),
  .dots:dir(rtl) {
    transform: scaleX(-1);
  }
  .drawing {
    align-self: end;
  }
  .told {
    hyphens: auto;
    hyphenate-limit-chars: 16;
  }
  .told strong {
    /* --room is what a line holds of signs that are as wide as the type is high. */
    display: block;
    font-size: min(var(--size), var(--room) / var(--longest) * 1.6);
    color: var(--ink);
    font-weight: 740;
    line-height: 1.1;
    letter-spacing: -0.025em;
    font-variant-numeric: lining-nums;
  }
  .told p {
    margin-top: 0.25em;
  }
  .marks {
    fill: var(--accent);
  }
  .others,
  .people .marks {
    fill: none;
    stroke: var(--edge);
    stroke-width: var(--stroke, 1.5);
    vector-effect: non-scaling-stroke;
  }
  .people .marks {
    fill: var(--accent);
    stroke: var(--accent);
  }

  .range {
    display: grid;
    gap: 0.4em;
    direction: ltr;
    font-size: 0.82em;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .figure .range svg {
    height: 1.4em;
  }
  .range .marks {
    /* However narrow an interval is, it can be seen. */
    stroke: var(--accent);
    stroke-width: 2;
  }
  .axis {
    stroke: var(--edge);
    stroke-width: 1.5;
  }
  .ends {
    display: grid;
    grid-template-columns: auto auto;
    justify-content: space-between;
    color: var(--muted);
  }
  .ends b {
    color: var(--ink);
    font-weight: 650;
    text-align: end;
    white-space: nowrap;
  }
  .ends i {
    padding-inline-start: 0.6em;
  }
  .ends i + b {
    text-align: start;
  }
  .told .key {
    margin-top: 0.45em;
    color: var(--muted);
    font-size: 0.88em;
  }

  @media screen and (prefers-reduced-motion: no-preference) {
    .waiting .marks {
      clip-path: inset(-2px 100% -2px -2px);
    }
    .seen .marks {
      animation: mark 0.9s 0.1s cubic-bezier(0.3, 0, 0.2, 1) backwards;
    }
    @keyframes mark {
      from {
        clip-path: inset(-2px 100% -2px -2px);
      }
      to {
        clip-path: inset(-2px);
      }
    }
  }
  @media (forced-colors: active) {
    .figure svg {
      forced-color-adjust: none;
    }
    .marks {
      fill: Highlight;
    }
    .people .marks,
    .range .marks {
      fill: Highlight;
      stroke: Highlight;
    }
    .others,
    .axis {
      stroke: CanvasText;
    }
  }
`;
