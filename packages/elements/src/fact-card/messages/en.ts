import type { FigureMessages } from '../../figures/figure-words.ts';

export const english = {
  eyebrow: 'Pro-Kid® issue',
  example: 'Example',
  ratio: '{part} in {whole}',
  range: '{low} to {high}',
  perDot: 'One dot is {count} {unit}.',
  eachDot: 'Each dot is {count}.',
  asStated: 'As stated by the movement',
  source: 'Source: ',
  more: 'Background and agenda',
  background: 'Background',
  momentum: 'Momentum',
  agenda: 'Pro-Kid® Policy Agenda',
  updated: 'Updated {date}',
  unavailable: 'This card has nothing to show yet.',
  act: 'Take action',
  share: 'Share',
  shareWith: 'Share…',
  copyLink: 'Copy link',
  copyCard: 'Copy this card for your site',
  copied: 'Copied.',
  offline: 'You seem to be offline.',
  notCopied: 'Your browser did not let us copy it.',
} satisfies FigureMessages & Record<string, string>;

export type FactCardMessages = typeof english;
