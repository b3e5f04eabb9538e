import { execFile } from 'node:child_process';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { createPackageFromTarballData } from '@arethetypeswrong/core';
import { pack } from '@pro-kid/tooling/pack';

const APPS = join(import.meta.dirname, '../..');
const PACKAGES = join(APPS, '../../packages');

/** The packages that a developer gets by installing the widgets. */
const PACKED = ['contract', 'client', 'elements'];

/** A folder of apps, beside the packages as they would come from npm. */
export interface Workshop {
  folder: string;
  /** Runs a script of an app; resolves to what it wrote, and whether it went well. */
  run(app: string, script: string): Promise<{ isDone: boolean; output: string }>;
  close(): Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pro-kid-frameworks-')));
  await cp(APPS, folder, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@pro-kid'), { recursive: true });
  await linkAll(join(APPS, 'node_modules'), modules);
  for (const name of PACKED) await install(name, modules);

  return {
    folder,
    async run(app, script) {
      // What this workspace's tests run under is nothing that an app would have.
      const { NODE_OPTIONS, NODE_TEST_CONTEXT, NODE_ENV, ...env } = process.env;
      const options = {
        cwd: join(folder, app),
        env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
      };
      try {
        const run = await promisify(execFile)(process.execPath, ['--run', script], options);
        return { isDone: true, output: run.stdout + run.stderr };
      } catch (error) {
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        return { isDone: false, output: stdout + stderr };
      }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Unpacks a package as it would be published, and puts what it depends on beside it. */
async function install(name: string, modules: string): Promise<void> {
  const source = join(PACKAGES, name);
  const tarball = createPackageFromTarballData(await pack(source));
  const root = `/node_modules/${tarball.packageName}/`;
  for (const file of tarball.listFiles().filter((path) => path.startsWith(root))) {
    const target = join(modules, '@pro-kid', name, file.slice(root.length));
    await mkdir(join(target, '..'), { recursive: true });
    await writeFile(target, tarball.readFile(file));
  }
  const manifest = await readFile(join(modules, '@pro-kid', name, 'package.json'), 'utf8');
  const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: Record<string, string> };
  for (const dependency of Object.keys(dependencies)) {
    if (!dependency.startsWith('@pro-kid/')) {
      await link(join(source, 'node_modules', dependency), join(modules, dependency));
    }
  }
}

/** Links what a folder of packages holds, also those of a scope. */
async function linkAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    const isScope = name.startsWith('@');
    if (name === '@pro-kid' || (name.startsWith('.') && name !== '.bin')) continue;
    if (isScope) await linkAll(join(from, name), join(to, name));
    else await link(join(from, name), join(to, name));
  }
}

async function link(from: string, to: string): Promise<void> {
  await symlink(await realpath(from), to, 'junction').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
