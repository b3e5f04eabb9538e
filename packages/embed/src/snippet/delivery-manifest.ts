/** What there is to copy to a site, as `manifest.json` says it; its paths are relative to the version's folder. */
export interface DeliveryManifest {
  /** The version of all files, such as `1.0.0`, which is their folder's name. */
  version: string;
  /** Every file by its path, such as `languages/join.es.js`. */
  files: Readonly<Record<string, DeliveryFile>>;
  /** Every widget by its tag, such as `pro-kid-join`. */
  widgets: Readonly<Record<string, DeliveryWidget>>;
}

/** One file. */
export interface DeliveryFile {
  /** How long it is, in bytes, before it is compressed. */
  bytes: number;
  /** The checksum that a script tag's `integrity` takes, such as `sha384-…`. */
  integrity: string;
}

/** What of the files shows one widget. */
export interface DeliveryWidget {
  /** The file that holds it whole. */
  standalone: string;
  /** What `loader.js` loads to show it: a page that names these files gets them at once. */
  preload: readonly string[];
}
