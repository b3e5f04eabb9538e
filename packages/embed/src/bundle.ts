/** `bundle.js`: every widget in one file. */
import '@pro-kid/elements/define/join.js';
