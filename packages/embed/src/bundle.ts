/** `bundle.js`: every widget in one file. */
import './fact-card.ts';
import './fact-deck.ts';
import './join.ts';
import './petition.ts';
import './pledge.ts';
import './progress.ts';
import './share.ts';
