import { join } from 'node:path';
import { readManifest, workspaceRoot } from './workspace.ts';

const embed = join(workspaceRoot, 'packages/embed');

/** Where the build of `embed` puts what pages load: a folder for the version that it has now. */
export const deliveryFolder = join(embed, 'dist', readManifest(embed).version);
