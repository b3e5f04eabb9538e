/** Kills the receiver under load ten times on each database: `pnpm soak:receiver`. Takes minutes. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROUNDS = '10';

const test = fileURLToPath(new URL('../commands/crash.test.ts', import.meta.url));
const child = spawn(process.execPath, ['--conditions=@pro-kid/source', '--test', test], {
  stdio: 'inherit',
  env: { ...process.env, PRO_KID_CRASH_ROUNDS: ROUNDS },
});
child.once('close', (code) => (process.exitCode = code ?? 1));
