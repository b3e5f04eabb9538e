/** `join.js`: the join form in one file, for a page with that one widget. */
import '@pro-kid/elements/define/join.js';
