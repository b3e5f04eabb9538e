import { css } from 'lit';

/** The count large, the bar below it, and who it is in one quiet line. */
export const progressStyles = css`
  .root {
    padding: clamp(18px, 6%, 28px);
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  p {
    margin: 0;
    text-wrap: pretty;
  }
  [part='total'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.4em;
    align-items: baseline;
    font-size: 1.08em;
    line-height: 1.3;
  }
  strong {
    display: grid;
    /* The longest number still fits into one line. */
    font-size: min(clamp(2em, 1.3em + 4cqi, 2.9em), 100cqi / var(--signs) * 1.5);
    font-weight: 740;
    line-height: 1.05;
    letter-spacing: -0.03em;
    font-variant-numeric: tabular-nums lining-nums;
  }
  strong span {
    grid-area: 1 / 1;
  }
  strong [aria-hidden] {
    text-align: end;
  }
  progress,
  .track {
    display: block;
    box-sizing: border-box;
    width: 100%;
    height: 16px;
    margin: 0;
    overflow: hidden;
    border: 1.5px solid var(--edge);
    border-radius: 99px;
    background: var(--shade);
    appearance: none;
  }
  ::-webkit-progress-bar {
    background: none;
  }
  ::-webkit-progress-value {
    min-width: 8px;
    border-inline-end: 2px solid var(--ink);
    background: var(--accent);
    transition: inline-size 0.6s ease-out;
  }
  ::-moz-progress-bar {
    min-width: 8px;
    border-inline-end: 2px solid var(--ink);
    background: var(--accent);
  }
  .none::-webkit-progress-value {
    visibility: hidden;
  }
  .none::-moz-progress-bar {
    visibility: hidden;
  }
  [part='unavailable'],
  [part='details'] {
    color: var(--muted);
    font-size: 0.92em;
  }
  /* As high with the line of who it is as without it: that comes with the first organization. */
  .late {
    --lines: 1;
    align-content: center;
    min-height: calc(
      clamp(2em, 1.3em + 4cqi, 2.9em) * 1.134 + 1.5em + 16px + var(--lines) * 1.38em
    );
  }
  [part='reached'] {
    display: flex;
    gap: 0.45em;
    color: var(--good);
    font-weight: 640;
  }
  svg {
    flex: none;
    width: 1.2em;
    height: 1.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @container (max-width: 17em) {
    .late {
      --lines: 2;
    }
  }
  @media screen and (prefers-reduced-motion: no-preference) {
    .waiting strong,
    .running strong span:first-child {
      opacity: 0;
    }
    .running ::-webkit-progress-value {
      animation: grow 1.1s cubic-bezier(0.2, 0.7, 0.3, 1);
    }
    .running ::-moz-progress-bar {
      animation: grow 1.1s cubic-bezier(0.2, 0.7, 0.3, 1);
    }
    .waiting ::-webkit-progress-value {
      visibility: hidden;
    }
    .waiting ::-moz-progress-bar {
      visibility: hidden;
    }
    @keyframes grow {
      from {
        inline-size: 0;
      }
    }
  }
  @media print {
    .root {
      box-shadow: none;
    }
    progress {
      print-color-adjust: exact;
    }
  }
  @media (forced-colors: active) {
    progress {
      border-color: CanvasText;
    }
    ::-webkit-progress-value {
      background: Highlight;
      forced-color-adjust: none;
    }
    ::-moz-progress-bar {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
