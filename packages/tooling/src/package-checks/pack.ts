import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pnpmCommand } from '../pnpm.ts';

/** The tarball of a package, exactly as it would be published. */
export async function pack(folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const destination = await mkdtemp(join(tmpdir(), 'pro-kid-pack-'));
  try {
    const command = pnpmCommand('pack', '--pack-destination', destination);
    await promisify(execFile)(command.file, command.arguments, {
      cwd: folder,
      shell: command.shell,
    });
    const [file] = globSync('*.tgz', { cwd: destination });
    if (!file) throw new Error(`pnpm pack made no tarball of ${folder}.`);
    return new Uint8Array(readFileSync(join(destination, file)));
  } finally {
    await rm(destination, { recursive: true, force: true });
  }
}
