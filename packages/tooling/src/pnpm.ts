import { basename } from 'node:path';
import { readManifest, workspaceRoot } from './workspace.ts';

/** A program to spawn, with its arguments. */
export interface Command {
  file: string;
  arguments: string[];
  shell: boolean;
}

/** How to run pnpm here: the one that runs this script, else the pinned one through npx. */
export function pnpmCommand(...options: string[]): Command {
  const running = process.env['npm_execpath'] ?? '';
  if (!/^pnpm\b/.test(basename(running))) {
    const pinned = readManifest(workspaceRoot).packageManager ?? 'pnpm';
    const isWindows = process.platform === 'win32';
    return { file: 'npx', arguments: ['--yes', pinned, ...options], shell: isWindows };
  }
  return /\.[cm]?js$/.test(running)
    ? { file: process.execPath, arguments: [running, ...options], shell: false }
    : { file: running, arguments: options, shell: false };
}
