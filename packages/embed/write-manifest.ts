import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { firstLoad } from '@pro-kid/tooling/first-load';
import type {
  DeliveryFile,
  DeliveryManifest,
  DeliveryWidget,
} from './src/snippet/delivery-manifest.ts';
import { widgets } from './src/widgets.ts';

/**
 * Writes the list of a version's files into their folder, and the same into `copy`, which is found without
 * knowing the version.
 */
export function writeManifest(folder: string, version: string, copy: string): void {
  const paths = globSync('**/*.{js,css,html}', { cwd: folder }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const manifest: DeliveryManifest = {
    version,
    files: sorted(paths, (path) => fileOf(readFileSync(join(folder, path)))),
    widgets: sorted(Object.keys(widgets), (tag) => widgetOf(folder, tag)),
  };
  for (const file of [join(folder, 'manifest.json'), copy]) {
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  }
}

const fileOf = (content: Buffer): DeliveryFile => ({
  bytes: content.length,
  integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
});

function widgetOf(folder: string, tag: string): DeliveryWidget {
  const name = tag.replace('pro-kid-', '');
  const [, ...preload] = firstLoad(join(folder, 'loader.js'), name).map((file) => basename(file));
  return { standalone: `${name}.js`, preload: preload.toSorted() };
}

const sorted = <Value>(keys: readonly string[], valueOf: (key: string) => Value) =>
  Object.fromEntries(keys.toSorted().map((key) => [key, valueOf(key)]));
