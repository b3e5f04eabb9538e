/** `fact-card.js`: the fact card in one file, for a page with that one widget. */
import './fact-card-content.ts';
import '@pro-kid/elements/define/fact-card.js';
