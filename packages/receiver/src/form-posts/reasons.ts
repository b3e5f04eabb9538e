import type { FieldError } from '@pro-kid/contract';
import type { ProblemCode } from '../http/problems.ts';
import type { NotTaken } from '../http/take-submission.ts';
import type { Words } from './words.ts';

/** What is said to a visitor whose form was not taken. */
export interface Refusal {
  title: string;
  reasons: string[];
  /** Whether to go back and send it again can help. */
  again: boolean;
}

/** Says why a form was not taken, without a word of what was typed. */
export function refusalOf(said: Words, { problem, errors = [] }: NotTaken): Refusal {
  if (problem === 'validation') {
    const reasons = [...new Set(errors.map((error) => reasonOf(said, error)))];
    const mended = reasons.filter((reason) => reason !== said.faulty && reason !== said.test);
    return mended.length > 0
      ? { title: said.problem, reasons, again: true }
      : { title: said.failed, reasons, again: false };
  }
  const known: Partial<Record<ProblemCode, Refusal>> = {
    'too-large': { title: said.problem, reasons: [said.tooLarge], again: true },
    busy: { title: said.failed, reasons: [said.busy], again: true },
    origin: { title: said.failed, reasons: [said.origin], again: false },
    'media-type': { title: said.failed, reasons: [said.faulty], again: false },
    'campaign-closed': { title: said.failed, reasons: [said.closed], again: false },
    'campaign-not-open': { title: said.failed, reasons: [said.notOpen], again: false },
  };
  // Not "not signed up": where the database is cut off in the middle, nobody knows.
  return known[problem] ?? { title: said.problem, reasons: [said.failure], again: true };
}

/** In the words of a field where its visitor can do something about it; else it is the form's fault. */
function reasonOf(said: Words, { pointer, code }: FieldError): string {
  if (code === 'test') return said.test;
  const path = pointer.startsWith('/answers/') ? '/answers' : pointer.replace(/\/\d+(?=\/|$)/g, '');
  const field = Object.hasOwn(said.fields, path) ? said.fields[path]! : undefined;
  if (field === undefined || isOfTheForm(pointer, code)) return said.faulty;
  if (code === 'too-long') return said.fewer.replace('{name}', field.name);
  if (code === 'characters') return said.plain.replace('{name}', field.name);
  return field.ask;
}

/** A value that the campaign does not know, or more fields than there may be: nothing that was typed. */
const isOfTheForm = (pointer: string, code: string | undefined): boolean =>
  code === 'unknown' ||
  (code === 'type' && pointer.startsWith('/answers/')) ||
  (code === 'too-long' && /^\/(answers|consents|pledge\/commitments)$/.test(pointer));
