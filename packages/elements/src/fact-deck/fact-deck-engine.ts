/** What only a deck with a file of issues needs. */
export { fetchText } from '../fact-card/fetch-text.ts';
export { readDeck } from './read-deck.ts';
