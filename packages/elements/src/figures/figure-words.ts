import { fill } from '../messages/messages.ts';
import type { Fact } from './fact.ts';
import { dotScale } from './scales.ts';

/** How a language puts two numbers together, and what one dot is. */
export interface FigureMessages {
  /** "1 in 4" */
  ratio: string;
  /** "2,800 to 3,500" */
  range: string;
  /** "One dot is 500 children." */
  perDot: string;
  /** "Each dot is 1.": where it is one, or nobody said of what. */
  eachDot: string;
}

/** The figure's place in a sentence, with the signs that belong to it: "${figure}", "{figure}%". */
const PLACE = /([^\s("“]*)\{figure\}([^\s.,;:!?)"”]*)/;

/** A fact in words, as a language writes its numbers. */
export interface FactWords {
  figure: string;
  /** The whole sentence, with the figure in it. */
  sentence: string;
  /** What the sentence says after the figure, where it starts with it; else the whole sentence. */
  rest: string;
  /** What one dot is; empty where nothing is drawn as dots. */
  key: string;
}

export function factWords(fact: Fact, locale: string, texts: FigureMessages): FactWords {
  const { text } = fact;
  const found = PLACE.exec(text);
  const [place = '', before = '', after = ''] = found ?? [];
  const figure = before + figureText(fact, locale, texts) + after;
  const sentence = text.replace(place, () => figure);
  return {
    figure,
    sentence,
    rest: found?.index === 0 ? text.slice(place.length).trim() : sentence,
    key: fact.kind === 'number' ? keyText(fact.value, fact.unit, locale, texts) : '',
  };
}

export const formatNumber = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 }).format(value);

/** For a label on a drawing, beside the figure in full: from a million up as "39.5M". */
export const formatShort = (value: number, locale: string) =>
  value < 1e6
    ? formatNumber(value, locale)
    : new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 4 }).format(
        value,
      );

/** The figure alone, without the sentence: "1 in 4". */
export function figureText(fact: Fact, locale: string, { ratio, range }: FigureMessages): string {
  const write = (value: number) => formatNumber(value, locale);
  if (fact.kind === 'ratio') {
    return fill(ratio, { part: write(fact.part), whole: write(fact.whole) });
  }
  if (fact.kind === 'range') return fill(range, { low: write(fact.low), high: write(fact.high) });
  return write(fact.value);
}

function keyText(value: number, unit: string, locale: string, texts: FigureMessages): string {
  const { perDot } = dotScale(value);
  const text = unit && perDot !== 1 ? texts.perDot : texts.eachDot;
  return value === 0 ? '' : fill(text, { count: formatNumber(perDot, locale), unit });
}
