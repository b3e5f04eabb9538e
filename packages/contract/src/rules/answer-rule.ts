import { paragraphs } from './rule.ts';

/** The name of a custom answer: a plain identifier, so that none can reach an object's prototype. */
export const ANSWER_NAME = /^[a-zA-Z][\w.-]{0,63}$/;

/** The rule of a custom answer's text. */
export const answerRule = paragraphs(4000);
