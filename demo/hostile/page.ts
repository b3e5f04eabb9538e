import { widgetPath } from '../server/widget-files.ts';

/** What makes one page differ from another. */
export interface PageParts {
  /** In the head, before what loads the widgets. */
  head?: string;
  /** What loads the widgets. */
  ours?: string;
  /** At the end of the body. */
  end?: string;
  /** Attributes of `html` and of `body`, each with a space before it. */
  attributes?: { html?: string; body?: string };
}

export const script = (file: string) => `<script type="module" src="${widgetPath(file)}"></script>`;

/**
 * A place of 560 pixels, wherever the page's own style sheet has its content: so that a widget's box
 * can be the same on all pages. What is inherited comes in.
 */
const place = (left: number, widget: string) => `
    <div class="place" style="display: block !important; position: absolute !important;
      top: 1200px !important; left: ${left}px !important; width: 560px !important;
      margin: 0 !important; border: 0 !important; padding: 0 !important; float: none !important">
      ${widget}
    </div>`;

const widgets = (endpoint: string) => [
  `<pro-kid-join endpoint="${endpoint}" partner="first-steps" privacy="https://first-steps.example/privacy">
        <p>The form could not be loaded. <a href="mailto:hello@first-steps.example">Write to us</a>.</p>
      </pro-kid-join>`,
  `<pro-kid-pledge src="/campaign.json" partner="first-steps">
        <p>The pledge could not be loaded. <a href="mailto:hello@first-steps.example">Write to us</a>.</p>
      </pro-kid-pledge>`,
  `<pro-kid-fact-card issue="permanent-connections" action-href="https://first-steps.example/join">
        <p>The card could not be loaded. <a href="mailto:hello@first-steps.example">Write to us</a>.</p>
      </pro-kid-fact-card>`,
];

/** What a partner's page has of its own, to see whether it stays as it was. */
const host = `
    <main data-host>
      <h1>A partner’s page</h1>
      <p>Some <a href="#own">text</a> of <em>its own</em>.</p>
      <ul><li>One</li></ul>
      <table><tr><th>Head</th><td>Cell</td></tr></table>
      <form id="own" action="/page"><label>Own <input name="own"></label><fieldset><legend>Own</legend>
        <select><option>One</option></select><textarea></textarea></fieldset></form>
      <button type="button">Own button</button>
      <details><summary>More</summary>Text</details>
      <svg viewBox="0 0 10 10" width="10" height="10"><path d="M0 0h10v10z"/></svg>
      <p hidden>Hidden</p>
      <div class="heading field fields root card tick notice">Names that our own parts have</div>
    </main>`;

/** An element that does nothing to protect itself. */
export const naive = `<x-plain data-host><template shadowrootmode="open"><style>
      :host { display: block; border: 1px solid; padding: 16px }
      p { margin: 0; font-size: 1rem }
    </style><p>Plain</p></template></x-plain>`;

/** A whole page of a partner: its own content, the widgets, and what it has in its head. */
export function buildPage(
  endpoint: string,
  { head = '', ours = script('join.js'), end = '', attributes = {} }: PageParts,
  shown = 1,
): string {
  return `<!doctype html>
<html lang="en"${attributes.html ?? ''}>
  <head>
    <meta charset="utf-8">
    <title>A partner’s page</title>
    <meta name="viewport" content="width=device-width">
    ${head}
    <script type="module">hostWatch.note()</script>
    ${ours}
  </head>
  <body${attributes.body ?? ''}>${host}
    ${widgets(endpoint)
      .slice(0, shown)
      .map((widget, index) => place(20 + 600 * index, widget))
      .join('')}
    ${end}
  </body>
</html>
`;
}
