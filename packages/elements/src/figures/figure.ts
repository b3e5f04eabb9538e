import { html, nothing, type TemplateResult } from 'lit';
import { drawNumber, drawRange, drawRatio } from './drawings.ts';
import type { Fact } from './fact.ts';
import { factWords, type FigureMessages } from './figure-words.ts';

/**
 * A fact: its drawing, its figure and its sentence. Together they are one image with the sentence, and
 * what one dot is, for a name, so that it is read out once.
 */
export function figure(fact: Fact, locale: string, texts: FigureMessages): TemplateResult {
  const { figure, sentence, rest, key } = factWords(fact, locale, texts);
  const name = key ? `${sentence.replace(/[.!]?$/, '.')} ${key}` : sentence;
  return html`<div class="figure" part="figure" role="img" aria-label=${name}>
    <div class="drawing">${drawing(fact, locale)}</div>
    <div class="told">
      <strong .style=${`--longest:${longestWord(figure)}`}><bdi>${figure}</bdi></strong>
      <p>${rest}</p>
      ${key ? html`<p class="key">${key}</p>` : nothing}
    </div>
  </div>`;
}

/** So that a long number is set smaller before it is broken. */
const longestWord = (text: string) => Math.max(...text.split(' ').map(({ length }) => length));

function drawing(fact: Fact, locale: string): TemplateResult {
  if (fact.kind === 'ratio') return drawRatio(fact);
  return fact.kind === 'number' ? drawNumber(fact) : drawRange(fact, locale);
}
