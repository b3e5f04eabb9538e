import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { freePort } from '../free-port.ts';
import { WebDriverSession } from './web-driver-session.ts';

interface Programs {
  browser: string | undefined;
  /** Debian's packages of what is not there. */
  missing: string[];
}

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
/**
 * Without a window manager, a window has the focus while the pointer is over it. That rests in the middle
 * of the screen: so small is the screen that the window of any test reaches there.
 */
const SCREEN_SIZE = '1400x1000x24';

/** The small browser that comes with WebKitGTK, and what else it takes to test with it. */
export function webkitPrograms(): Programs {
  const browser = globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser')[0];
  const missing = [
    ...(browser && existsSync(DRIVER) ? [] : ['webkit2gtk-driver']),
    ...(existsSync(SCREEN) ? [] : ['xvfb']),
  ];
  return { browser, missing };
}

export interface WebKit {
  session: WebDriverSession;
  stop(): Promise<void>;
}

/** Starts WebKitGTK with one window, on a screen of its own that nobody sees. */
export async function startWebKit(): Promise<WebKit> {
  const { browser, missing } = webkitPrograms();
  if (!browser || missing.length > 0) throw new Error(`Not installed: ${missing.join(', ')}.`);
  const home = await mkdtemp(join(tmpdir(), 'pro-kid-webkit-'));
  const started: ChildProcess[] = [];
  const kill = () => started.forEach((each) => each.kill());
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    for (const each of started.toReversed()) await stopProcess(each);
    // Its processes write to its caches until they are gone.
    await rm(home, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const { screen, display } = await startScreen();
    started.push(screen);
    const port = await freePort();
    started.push(
      spawn(DRIVER, ['--host=127.0.0.1', `--port=${port}`], {
        env: { ...process.env, ...(await settingsIn(home)), DISPLAY: display },
        stdio: 'ignore',
      }),
    );
    const session = await WebDriverSession.open(`http://127.0.0.1:${port}`, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    });
    return {
      session,
      async stop() {
        await session.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The server takes a free number and says which: a fixed one races with the end of another run. */
async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn(
    SCREEN,
    ['-displayfd', '3', '-screen', '0', SCREEN_SIZE, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [number] = (await Promise.race([
    once(screen.stdio[3] as Readable, 'data'),
    once(screen, 'exit').then(() => Promise.reject(new Error(`${SCREEN} did not start.`))),
  ])) as [Buffer];
  return { screen, display: `:${String(number).trim()}` };
}

/**
 * Settings of its own, not those of whoever runs the tests. Nothing moves: like Firefox's, its
 * preference for reduced motion cannot be changed while it runs.
 */
async function settingsIn(home: string): Promise<NodeJS.ProcessEnv> {
  const folder = join(home, 'config', 'gtk-3.0');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_DATA_HOME: join(home, 'share'),
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
  };
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
