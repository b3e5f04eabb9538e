import { check, issue, type Issue, type Verdict } from '@pro-kid/contract';

/** Checks an issue that a page brings. It brings the schema library along, so only those pages load it. */
export const checkIssue = (value: unknown): Verdict<Issue> => check(issue, value);
