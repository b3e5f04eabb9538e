import type { Issue } from '@pro-kid/contract';
import type { Fact } from '../figures/fact.ts';
import type { CardIssue } from './card-issue.ts';

interface Card extends HTMLElement {
  issue: string | Issue | null;
  src: string;
  partner: string;
}

/** What is passed on. */
export interface PassedOn {
  /** What the card shows. */
  shown: CardIssue;
  /** The same as data; undefined where the page wrote it in HTML. */
  data: Issue | undefined;
  /** The script that shows it elsewhere; empty where there is none to offer. */
  script: string;
  /** Writes a fact's figure: "1 in 4". */
  write(fact: Fact): string;
}

/**
 * The tags that show the same card on another site. Between them stands what its visitors read until
 * the script arrives; for a card that is written in HTML, that is all there is.
 */
export function embedCode(card: Card, { script, shown, data, write }: PassedOn): string {
  const { issue, src, partner } = card;
  const attributes = {
    ...(typeof issue === 'string' && issue && { issue }),
    ...(!issue && src && { src: new URL(src, document.baseURI).href }),
    ...(partner && { partner }),
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const isNamed = 'issue' in attributes || 'src' in attributes;
  return [
    `<script type="module" src="${escape(script)}"></script>`,
    `<pro-kid-fact-card${written.join('')}>`,
    ...(isNamed || !data ? [] : [`  <script type="application/json">${inScript(data)}</script>`]),
    ...asHtml(shown, write, data !== undefined).map((line) => `  ${line}`),
    '</pro-kid-fact-card>',
  ].join('\n');
}

/** An issue as the HTML that `readHtml` reads; in short, with its headline alone. */
function asHtml(issue: CardIssue, write: PassedOn['write'], isShort: boolean): string[] {
  const { title, facts, summary, background, agenda } = issue;
  const paragraph = (text: string) => `<p>${escape(text)}</p>`;
  return [
    `<h3>${escape(title)}</h3>`,
    ...facts.slice(0, isShort ? 1 : undefined).map((fact) => factAsHtml(fact, write(fact))),
    ...(summary ? [paragraph(summary)] : []),
    ...(isShort ? [] : background.map(paragraph)),
    ...(isShort ? [] : agenda.map((text) => `<blockquote>${paragraph(text)}</blockquote>`)),
  ];
}

function factAsHtml(fact: Fact, figure: string): string {
  const unit = fact.unit && ` title="${escape(fact.unit)}"`;
  const data = `<data value="${valueOf(fact)}"${unit}>${escape(figure)}</data>`;
  return `<p>${escape(fact.text).replace('{figure}', () => data)}</p>`;
}

function valueOf(fact: Fact): string {
  if (fact.kind === 'ratio') return `${fact.part}/${fact.whole}`;
  return fact.kind === 'range' ? `${fact.low}-${fact.high}` : String(fact.value);
}

const escape = (text: string) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** JSON that cannot end the script it stands in. */
const inScript = (data: Issue) => JSON.stringify(data).replaceAll('<', '\\u003c');
