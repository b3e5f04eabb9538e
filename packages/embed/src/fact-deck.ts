/** `fact-deck.js`: the deck and its cards, which know the movement's issues by id. */
import './fact-card.ts';
import '@pro-kid/elements/define/fact-deck.js';
