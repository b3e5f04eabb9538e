/** `petition.js`: the petition in one file, for a page with that one widget. */
import '@pro-kid/elements/define/petition.js';
