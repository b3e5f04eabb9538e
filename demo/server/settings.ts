import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';

export interface Settings {
  /** The port of the example site. */
  port: number;
  /** The port of the other partner's site. */
  secondPort: number;
  /** The port of the receiver. */
  receiverPort: number;
  /** The SQLite file that submissions are kept in. */
  database: string;
}

export const DEFAULT_DATABASE = join(import.meta.dirname, '../pro-kid-demo.sqlite');

/** Reads the environment. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const port = (variable: string, byDefault: number) => {
    const value = environment[variable] || String(byDefault);
    if (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535) {
      return Number(value);
    }
    throw new CannotStart(`${variable} is "${value}". Set it to a port number from 1 to 65535.`);
  };
  return {
    port: port('PORT', 4321),
    secondPort: port('SECOND_PORT', 4322),
    receiverPort: port('RECEIVER_PORT', 8787),
    database: environment['PRO_KID_DATABASE'] || DEFAULT_DATABASE,
  };
}
