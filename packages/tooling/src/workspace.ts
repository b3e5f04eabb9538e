import { resolve } from 'node:path';

export const workspaceRoot = resolve(import.meta.dirname, '../../..');

/** Where tools keep what they can make again; it goes with the installed packages. */
export const cacheFolder = resolve(workspaceRoot, 'node_modules/.cache');
