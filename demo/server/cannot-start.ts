/** Why the demo cannot start, in one sentence for whoever started it. */
export class CannotStart extends Error {}

/** For a port that could not be listened on; `variable` is what sets it. */
export function cannotListen(error: unknown, port: number, variable: string): CannotStart {
  const { code } = error as NodeJS.ErrnoException;
  const fault = code === 'EADDRINUSE' ? 'is already in use' : `cannot be used here (${code})`;
  return new CannotStart(`Port ${port} ${fault}. Set ${variable} to another port.`);
}
