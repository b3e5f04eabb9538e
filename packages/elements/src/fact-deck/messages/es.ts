import type { FactDeckMessages } from './en.ts';

export const messages: FactDeckMessages = {
  label: 'Temas',
  topics: 'Categorías',
  all: 'Todos',
  count: { one: '{count} tema', other: '{count} temas' },
  shown: { one: '{shown} de {count} tema', other: '{shown} de {count} temas' },
  previous: 'Tarjetas anteriores',
  next: 'Más tarjetas',
  unavailable: 'Aún no hay tarjetas que mostrar.',
};
