import { fetchText } from '../files/fetch-text.ts';
import { readDeck } from './read-deck.ts';

/** What only a deck with a file of issues needs. */
export const engine = { fetchText, readDeck };
