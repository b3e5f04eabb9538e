import type { chromeLauncher, TestRunnerPlugin } from '@web/test-runner';
import type { TestPage } from './page-console.ts';

type ChromeLauncher = ReturnType<typeof chromeLauncher>;

/**
 * Answers the command `accessibility-tree` with all of the page's tree. That of `a11ySnapshot()` leaves
 * out what can be neither read nor used, and so every list.
 */
export const accessibilityTreePlugin: TestRunnerPlugin = {
  name: 'accessibility-tree',
  async executeCommand({ command, session }) {
    if (command !== 'accessibility-tree') return undefined;
    const page: TestPage = (session.browser as ChromeLauncher).getPage(session.id);
    return page.accessibility.snapshot({ interestingOnly: false });
  },
};
