import { startReceiver } from './receiver-process.ts';

/** How a command ended, and all it wrote. */
export interface EndedCommand {
  code: number | null;
  out: string;
  error: string;
}

/** Runs one command of `pro-kid-receiver` on a database, in a process of its own, to its end. */
export async function runOn(
  database: string,
  args: string[],
  options: Parameters<typeof startReceiver>[1] = {},
): Promise<EndedCommand> {
  const environment = { PRO_KID_DATABASE: database, ...options.environment };
  const child = startReceiver(args, { ...options, environment });
  const { code } = await child.ended;
  return { code, ...child.written };
}
