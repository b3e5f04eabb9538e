/** What the join form needs only once somebody has filled it in. */
export * from '../form/engine.ts';
export { thanks } from './thanks-template.ts';
export { laterEnglish as later } from './messages/en-later.ts';
