/** `share.js`: the share step in one file, for a page with that one widget. */
import '@pro-kid/elements/define/share.js';
