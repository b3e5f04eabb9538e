/**
 * What a fact card shows and offers where it came by script tag: the issues that lie beside the
 * script, and itself for other sites. A module of its own, so that both are set before the first card
 * is there.
 */
import { FactCardElement, type IssueLoaders } from '@pro-kid/elements/fact-card.js';

type Loaded = ReturnType<IssueLoaders[string]>;

FactCardElement.issues = {
  'permanent-connections': () =>
    import('@pro-kid/content/issues/permanent-connections.json').then(
      // Imported as JSON, its kinds of facts are mere strings; the package's test checks the file.
      ({ default: issue }) => issue as unknown as Awaited<Loaded>,
    ),
};

/** The file for one card; in the loader's chunks and in the bundle, it lies beside them. */
FactCardElement.script = import.meta.url.replace(/[^/]*$/, 'fact-card.js');
