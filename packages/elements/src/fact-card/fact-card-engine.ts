import { broughtIssue } from './brought-issue.ts';
import { menuItems } from './pass-on-menu.ts';

/**
 * What only some cards need, or only once a visitor uses them: reading an issue that a page brings, and
 * the menu to pass a card on.
 */
export const engine = { broughtIssue, menuItems };
