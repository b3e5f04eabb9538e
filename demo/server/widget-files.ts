import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import embed from '@pro-kid/embed/package.json' with { type: 'json' };

/** The folder with the files of the widgets, as it is copied to a site. */
export const WIDGET_FOLDER = dirname(
  fileURLToPath(import.meta.resolve(`@pro-kid/embed/${embed.version}/manifest.json`)),
);

/** The address of that folder on a site. It names the version, so what is there never changes. */
export const WIDGETS = `/pro-kid/${embed.version}/`;

/** The address of one of the files, such as `/pro-kid/1.0.0/join.js`. */
export const widgetPath = (file: string): string => WIDGETS + file;
