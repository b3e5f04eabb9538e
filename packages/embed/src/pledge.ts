/** `pledge.js`: the pledge in one file, for a page with that one widget. */
import '@pro-kid/elements/define/pledge.js';
