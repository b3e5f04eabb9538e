/**
 * What only some cards need, or only once a visitor uses them: reading an issue that a page brings, and
 * the menu to pass a card on.
 */
export { broughtIssue } from './brought-issue.ts';
export { menuItems } from './pass-on-menu.ts';
