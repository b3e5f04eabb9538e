import { css } from 'lit';

/** The deck draws its controls alone; the cards bring their own look, and the page's styles reach them. */
export const factDeckStyles = css`
  :host {
    /* The margins of what stands between the tags stay inside, as they will when the cards are there. */
    display: flow-root;
    /*
     * No container of queries: with each card that gets its slot, WebKit lays one out empty at first, and
     * so scrolls the page to its start.
     */
    contain: inline-size;
    contain-intrinsic-inline-size: 30em;
    --ring: var(--pro-kid-accent, #b9430b);
    --corner: var(--pro-kid-radius, 14px);
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --ring: var(--pro-kid-accent, light-dark(#b9430b, #ff9a5c));
    }
  }
  .root {
    container-type: normal;
    overflow: visible;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: none;
  }
  .root[part='bar'] {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 20px;
    align-items: center;
    margin-bottom: 18px;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label {
    position: relative;
    display: inline-flex;
    align-items: center;
    max-width: 100%;
    min-height: 44px;
    padding: 6px 18px;
    border: 1.5px solid var(--edge);
    border-radius: 99px;
    background: var(--paper);
    /* As the buttons of cards have it, and the count below as their text: other fonts would have to load. */
    font-weight: 620;
    line-height: 1.25;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  label:hover {
    border-color: var(--ink);
  }
  label:has(:checked) {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  label:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .end {
    display: flex;
    flex: 1 0 auto;
    gap: 16px;
    align-items: center;
    justify-content: space-between;
  }
  .end p {
    margin: 0;
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .buttons {
    display: flex;
    gap: 8px;
  }
  button {
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    margin: 0;
    padding: 0;
    border: 1.5px solid var(--edge);
    border-radius: 50%;
    background: var(--paper);
    color: inherit;
    cursor: pointer;
  }
  button:hover {
    border-color: var(--ink);
  }
  button[aria-disabled='true'] {
    border-color: var(--line);
    color: var(--edge);
    cursor: default;
  }
  button:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  button svg {
    width: 22px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button:dir(rtl) svg {
    transform: scaleX(-1);
  }

  .list {
    --gap: clamp(14px, 3%, 28px);
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
    gap: clamp(14px, 3vi, 28px) var(--gap);
    /* A card that is opened makes none of its neighbors longer. */
    align-items: start;
  }
  .item {
    /* What a card hides from sight stays in its place, and never widens the page. */
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
    border-radius: var(--corner);
    /* What is far off costs nothing; what is near may throw its shadow. */
    content-visibility: auto;
    contain-intrinsic-size: auto 340px auto 600px;
    overflow-clip-margin: 48px;
  }
  .row {
    display: flex;
    margin-block: -12px -36px;
    padding-block: 12px 36px;
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
    scroll-snap-type: inline mandatory;
    scrollbar-width: none;
  }
  .waiting {
    /* In what is skipped, no card finds that it is near: Safari skips all that is out of sight. */
    content-visibility: visible;
    /* About as high as a card, so that those below are not near until they are. */
    min-height: 560px;
  }
  .row .item:not(.drawing) {
    /* What is skipped beside the row would never count as near. */
    content-visibility: visible;
  }
  .item.drawing {
    content-visibility: hidden;
  }
  .row .item {
    /* So many as there is room for, and a bit of the next: it says that there is more. */
    flex: 0 0
      max(
        (100% - 4 * var(--gap)) / 4.17,
        min((100% - 3 * var(--gap)) / 3.17, (1400px - 100%) * 999),
        min((100% - 2 * var(--gap)) / 2.17, (980px - 100%) * 999),
        min((100% - var(--gap)) / 1.17, (640px - 100%) * 999)
      );
    scroll-snap-align: start;
  }
  .list:focus-visible,
  .item:focus-visible {
    outline: 3px solid var(--ring);
    outline-offset: -3px;
  }
  .item:focus:not(:focus-visible) {
    outline: none;
  }
  .more-after:not(:focus-visible, :has(> :focus-visible)) {
    --after: 48px;
  }
  .more-before:not(:focus-visible, :has(> :focus-visible)) {
    --before: 48px;
  }
  .row {
    mask-image: linear-gradient(
      to right,
      transparent,
      #000 var(--before, 0px) calc(100% - var(--after, 0px)),
      transparent
    );
  }
  .row:dir(rtl) {
    mask-image: linear-gradient(
      to left,
      transparent,
      #000 var(--before, 0px) calc(100% - var(--after, 0px)),
      transparent
    );
  }
  @media (forced-colors: active) {
    label:has(:checked) {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
  @media print {
    .root {
      display: none !important;
    }
    .list {
      display: block;
      margin: 0;
      padding: 0;
      overflow: visible;
      mask-image: none;
    }
    .item,
    .item[hidden] {
      display: block !important;
      margin-bottom: 24px;
      content-visibility: visible;
    }
  }
`;
