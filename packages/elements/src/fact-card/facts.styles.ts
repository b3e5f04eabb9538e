import { css } from 'lit';

/** The headline large, the other facts below it, in two columns where there is room. */
export const factsStyles = css`
  .hero .figure {
    margin-top: 1.5em;
    row-gap: 1.1em;
    --stroke: 2;
  }
  .hero .people {
    max-height: calc(3.6em + var(--rows) * 3.4em);
  }
  .hero .dots {
    max-width: 17em;
  }
  .hero .told {
    font-size: 1.08em;
    line-height: 1.45;
  }
  .hero strong {
    --size: clamp(2.4em, 1.7em + 4.5cqi, 3.3em);
    --room: 84cqi;
    line-height: 1.02;
    letter-spacing: -0.035em;
  }

  .facts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: 1.75em;
    margin: 0;
    padding: 0;
    /* Not "none": with that, Safari no longer says that it is a list. */
    list-style-type: '';
  }
  .facts li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-row: span 3;
    align-content: start;
    padding-block: 1.5em;
    border-top: 1px solid var(--line);
  }
  .facts li:last-child {
    padding-bottom: 0;
  }
  .facts .figure {
    grid-row: span 2;
  }
  .facts .told {
    color: var(--muted);
    font-size: 0.94em;
    line-height: 1.45;
  }
  .facts strong {
    --size: 1.7em;
    --room: 84cqi;
  }
  .facts .people {
    max-height: calc(1.6em + var(--rows) * 1.5em);
  }
  .facts .dots {
    max-width: 10em;
  }
  @container (min-width: 21em) {
    .facts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .facts strong {
      --room: 40cqi;
    }
    .facts li {
      grid-template-rows: subgrid;
      row-gap: 0;
    }
    .facts .figure {
      grid-template-rows: subgrid;
      row-gap: 0.8em;
    }
    .facts li:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    .facts li:nth-last-child(2):nth-child(odd) {
      padding-bottom: 0;
    }
  }
  .fine {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 1.2em;
    color: var(--muted);
    font-size: 0.85em;
  }
  .fine a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .figure + .fine {
    margin-top: 0.7em;
  }

  @container (min-width: 44em) {
    .hero .figure {
      align-content: end;
    }
    .hero strong {
      --room: 32cqi;
    }
    .facts strong {
      --room: 22cqi;
    }
    .hero .people {
      max-height: calc(6em + var(--rows) * 4em);
    }
    .hero .dots {
      max-width: none;
    }
  }
  @media print {
    .figure,
    li {
      break-inside: avoid;
    }
  }
`;
