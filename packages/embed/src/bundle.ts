/** `bundle.js`: every widget in one file. */
import './fact-card.ts';
import './join.ts';
