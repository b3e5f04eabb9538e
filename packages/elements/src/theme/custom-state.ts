/** Gives an element one of several custom states, for the page's style sheet: `pro-kid-join:state(done)`. */
export function showState(
  { states }: ElementInternals,
  all: readonly string[],
  current: string,
): void {
  for (const each of all) {
    try {
      states[each === current ? 'add' : 'delete'](each);
    } catch {
      // Chrome before 125 takes only names with two dashes; nothing depends on the states.
    }
  }
}
