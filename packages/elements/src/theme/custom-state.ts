/** Gives an element some of its custom states, for the page's style sheet: `pro-kid-join:state(done)`. */
export function showState(
  { states }: ElementInternals,
  all: readonly string[],
  ...current: readonly string[]
): void {
  for (const each of all) {
    try {
      states[current.includes(each) ? 'add' : 'delete'](each);
    } catch {
      // Chrome before 125 takes only names with two dashes; nothing depends on the states.
    }
  }
}
