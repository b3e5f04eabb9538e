import { line, type ErrorCode, type Rule } from './rule.ts';

/** Where the figure stands in a fact's sentence. */
export const FIGURE = '{figure}';

/** A sentence of one line in which the figure has its place, exactly once. */
export function figureSentence(maximum: number): Rule<ErrorCode | 'figure'> {
  const { normalize, findFault } = line(maximum);
  return {
    normalize,
    findFault: (value) =>
      findFault(value) ?? (value.split(FIGURE).length === 2 ? undefined : 'figure'),
  };
}
