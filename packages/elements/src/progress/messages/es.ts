import type { ProgressMessages } from './en.ts';

export const messages: ProgressMessages = {
  signed: { one: '{count} firma', other: '{count} firmas' },
  signedOf: { one: '{count} firma de {goal}', other: '{count} firmas de {goal}' },
  joined: { one: '{count} adhesión', other: '{count} adhesiones' },
  joinedOf: { one: '{count} adhesión de {goal}', other: '{count} adhesiones de {goal}' },
  kinds: '{people} y {organizations}',
  people: { one: '{count} persona', other: '{count} personas' },
  organizations: { one: '{count} organización', other: '{count} organizaciones' },
  offline: 'incluye {count} en papel',
  asOf: 'última cifra: {time}',
  reached: 'Meta de {goal} alcanzada.',
  bar: 'Avance hacia la meta',
  unavailable: 'La cifra no se puede mostrar en este momento.',
};
