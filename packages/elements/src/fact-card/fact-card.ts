/** The public entry `@pro-kid/elements/fact-card.js`: the class, unregistered, and the types around it. */
export { ReadyEvent } from '../ready/ready.event.ts';
export { ActEvent } from './fact-card.events.ts';
export { FactCardElement } from './fact-card-element.ts';
export type { IssueLoaders } from './issue-controller.ts';
