/** Says on the console, in one line, what the doctor found in all: the page itself says the rest. */
export function tellConsole(summary: string): void {
  console.groupCollapsed(`<pro-kid-doctor>: ${summary}`);
  console.groupEnd();
}
