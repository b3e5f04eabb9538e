/** The public entry `@pro-kid/elements/fact-deck.js`: the class, unregistered, and the types around it. */
export { ReadyEvent } from '../ready/ready.event.ts';
export { FactDeckElement, type DeckLayout } from './fact-deck-element.ts';
