import { formEngine } from '../form/engine.ts';
import { laterEnglish } from './messages/en-later.ts';
import { thanks } from './thanks-template.ts';

/** What the join form needs only once somebody has filled it in. */
export const engine = { ...formEngine, thanks, later: laterEnglish };
