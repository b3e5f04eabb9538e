import { css } from 'lit';

/** The look of a campaign: what it is about beside the form where there is room, above it elsewhere. */
export const campaignStyles = css`
  .campaign {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em clamp(1.5em, 6cqi, 3.5em);
    overflow-wrap: anywhere;
  }
  .about,
  .statement,
  .ask,
  .stage,
  .next {
    display: grid;
    gap: 0.8em;
    align-content: start;
  }
  .statement p:first-child {
    font-size: 1.08em;
  }
  pro-kid-progress,
  pro-kid-share,
  pro-kid-join {
    --pro-kid-shadow: none;
    --pro-kid-accent: var(--accent);
    --pro-kid-on-accent: var(--on-accent);
    --pro-kid-ink: var(--ink);
    --pro-kid-paper: var(--paper);
  }
  /* Its code comes later: this is the room that it keeps by itself, so that nothing below moves. */
  pro-kid-progress:not(:defined) {
    display: block;
    min-height: 9.9em;
  }
  .count:not(:has(*)) {
    display: none;
  }
  .sign {
    display: grid;
    gap: 1.3em;
    align-content: start;
    min-width: 0;
    outline: none;
  }
  .next:has(> :not(:defined)) {
    display: none;
  }
  .sign form {
    margin-top: 0;
  }
  .mark {
    width: fit-content;
    padding: 0.4em 0.8em;
    border: 1.5px dashed var(--accent);
    border-radius: 8px;
    font-size: 0.9em;
    font-weight: 600;
  }
  .to {
    font-size: 1.05em;
  }
  .ask {
    gap: 0.3em;
    padding: 1em 1.1em;
    border-inline-start: 4px solid var(--accent);
    border-radius: 4px 12px 12px 4px;
    background: var(--shade);
  }
  b {
    color: var(--muted);
    font-size: 0.9em;
    font-weight: 600;
  }
  .ask p {
    font-weight: 600;
  }
  .reached {
    color: var(--good);
    font-weight: 600;
  }
  .last-day {
    font-size: 0.95em;
  }
  .stage {
    padding: 1.2em 1.3em;
    border-radius: 12px;
    background: var(--shade);
  }
  .stage strong,
  .next strong {
    font-size: 1.15em;
  }
  .next {
    padding-top: 1.15em;
    border-top: 1px solid var(--line);
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 700;
  }
  #birth-year {
    max-width: 9em;
  }
  .commitments,
  .question {
    display: grid;
    gap: 0.5em;
  }
  .commitments legend,
  .question legend {
    margin-bottom: 0.55em;
  }
  .commitments legend {
    font-size: 1.1em;
  }
  .question legend {
    font-size: 0.95em;
    font-weight: 600;
  }
  legend span,
  .tick span {
    color: var(--muted);
    font-weight: 400;
  }
  .commitments .tick {
    position: relative;
    align-items: start;
    padding: 0.85em 1em;
    border: 1.5px solid var(--line);
    border-radius: 12px;
    background: var(--shade);
  }
  .commitments .tick:has(:checked) {
    border-color: var(--accent);
    background: var(--paper);
  }
  .commitments label {
    font-size: 1em;
  }
  .commitments label::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .option {
    display: flex;
    gap: 0.7em;
    align-items: center;
    min-height: 36px;
    font-weight: 400;
    cursor: pointer;
  }
  .hint {
    color: var(--muted);
    font-size: 0.9em;
  }
  textarea {
    width: 100%;
    margin: 0;
    padding: 0.6em 0.85em;
    border: 1.5px solid var(--edge);
    border-radius: 10px;
    background: var(--paper);
    color: inherit;
    font: inherit;
    resize: vertical;
  }
  textarea:hover {
    border-color: var(--ink);
  }
  textarea[aria-invalid] {
    border: 2px solid var(--bad);
  }
  .second {
    width: fit-content;
    min-height: 48px;
    padding: 0.5em 1.3em;
    border: 1.5px solid var(--accent);
    border-radius: 12px;
    color: var(--accent);
    font-weight: 650;
    cursor: pointer;
  }
  .second:hover {
    background: var(--shade);
  }

  @container (min-width: 19.4em) {
    pro-kid-progress:not(:defined) {
      min-height: calc(7.2em + 8.7cqi);
    }
  }
  @container (min-width: 46em) {
    .campaign:not([data-phase='done']) {
      grid-template-columns: minmax(0, 1fr) minmax(20em, 26em);
      grid-template-rows: auto 1fr;
    }
    .campaign:not([data-phase='done']) .sign {
      grid-column: 2;
      grid-row: 1 / span 2;
    }
    .count {
      position: sticky;
      top: 1.5em;
      align-self: start;
    }
  }
  [data-phase='done'] .count {
    order: 1;
  }
  @media (forced-colors: active) {
    .commitments .tick:has(:checked) {
      border-color: Highlight;
    }
  }
`;
