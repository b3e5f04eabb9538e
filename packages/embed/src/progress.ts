/** `progress.js`: how far a campaign has come, in one file, for a page with that one widget. */
import '@pro-kid/elements/define/progress.js';
