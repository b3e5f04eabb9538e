import type { CardFact, CardIssue } from './card-issue.ts';

const RATIO = /^(\d+)\s*\/\s*(\d+)$/;
const RANGE = /^([\d.]+)\s*-\s*([\d.]+)$/;

/**
 * An issue that a page wrote as plain HTML: the first heading is its title; each paragraph or list
 * item with a `<data value>` in it is a fact (`1/4`, `20000` or `2800-3500`); the first other
 * paragraph is the summary, those after it are background; a `<blockquote>` is the agenda. Undefined
 * where there is no heading.
 */
export function readHtml(host: Element): CardIssue | undefined {
  const heading = host.querySelector(':scope > :is(h1, h2, h3, h4, h5, h6):not([slot])');
  if (!heading) return undefined;
  const blocks = [...host.querySelectorAll('p, li, blockquote')].filter(
    (block) => !block.closest('[slot]') && !block.querySelector('p, li') && textOf(block),
  );
  const facts = new Map(blocks.map((block) => [block, readFact(block)]));
  const told = blocks.filter((block) => !facts.get(block));
  const isAgenda = (block: Element) => block.closest('blockquote') !== null;
  const [summary = '', ...background] = told.filter((block) => !isAgenda(block)).map(textOf);
  return {
    id: host.id,
    title: textOf(heading),
    summary,
    topics: [],
    facts: [...facts.values()].filter((fact) => fact !== undefined),
    background,
    momentum: [],
    agenda: told.filter(isAgenda).map(textOf),
    updated: '',
    isExample: false,
    language: '',
  };
}

function readFact(block: Element): CardFact | undefined {
  const data = block.querySelector<HTMLDataElement>('data[value]');
  const figure = data && readFigure(data.value.trim());
  if (!data || !figure) return undefined;
  const copy = block.cloneNode(true) as Element;
  copy.querySelector('data')!.replaceWith('{figure}');
  return { ...figure, text: textOf(copy), unit: data.title };
}

function readFigure(value: string) {
  const [, part, whole] = (RATIO.exec(value) ?? []).map(Number);
  if (part && whole && part <= whole && whole <= 100)
    return { kind: 'ratio', part, whole } as const;
  const [, low, high] = (RANGE.exec(value) ?? []).map(Number);
  if (low !== undefined && high !== undefined && low < high) {
    return { kind: 'range', low, high } as const;
  }
  const number = value === '' ? NaN : Number(value);
  return number >= 0 && Number.isFinite(number)
    ? ({ kind: 'number', value: number } as const)
    : undefined;
}

const textOf = ({ textContent }: Element) => textContent.replace(/\s+/g, ' ').trim();
