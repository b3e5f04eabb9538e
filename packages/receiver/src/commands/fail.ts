/** Ends the command in words for whoever typed it, with the exit code 1. */
export function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
