import { version } from '../version.ts';
import { advice, fine, note, problem, type Finding } from './finding.ts';
import { brings, scriptsIn, type WidgetScript } from './scripts.ts';
import type { Widget } from './widgets.ts';

/** Whether a widget's code has arrived, in which version and from where; if not, why. */
export function checkArrival({ element, who, window }: Widget): Finding[] {
  const tag = element.localName;
  const registered = window.customElements.get(tag) as { version?: string } | undefined;
  const scripts = scriptsIn(element.ownerDocument).filter((script) => brings(script, tag));
  if (!registered) return [whyMissing(who, scripts, window)];
  if (!registered.version) {
    return [problem(who, 'pro-kid/tag-taken', 'Another library has registered this tag.')];
  }
  const from = scripts.find(({ kind }) => kind !== 'held-back');
  const found = `Version ${registered.version}, ${sourceOf(from)}.`;
  const findings = [fine(who, found)];
  if (registered.version !== version) {
    findings.push(advice(who, 'doctor/two-versions', `${found} The doctor is version ${version}.`));
  }
  return findings;
}

function sourceOf(script: WidgetScript | undefined): string {
  if (!script) return 'from the page’s own code, such as an npm bundle';
  const { file, address } = script;
  if (file === 'loader') return `loaded by ${address}`;
  return file === 'bundle' ? `out of ${address}` : `from the one file ${address}`;
}

function whyMissing(who: string, scripts: WidgetScript[], window: Window): Finding {
  const only = (kind: WidgetScript['kind']) => scripts.find((script) => script.kind === kind);
  const [module, heldBack, classic] = [only('module'), only('held-back'), only('classic')];
  if (window.location.protocol === 'file:') {
    return problem(
      who,
      'doctor/file-page',
      'The page is a file, and browsers load no modules there.',
    );
  }
  if (module) return whyFailed(who, module, window.performance);
  if (heldBack) {
    const found = `Something holds back ${heldBack.address}, such as a consent tool or an optimizer.`;
    return problem(who, 'doctor/script-blocked', found);
  }
  if (classic) {
    const found = `${classic.address} is loaded without type="module" and did not run.`;
    return problem(who, 'doctor/script-type', found);
  }
  return problem(who, 'doctor/script-missing', 'No script line on the page brings this tag.');
}

function whyFailed(who: string, { element, url, address }: WidgetScript, performance: Performance) {
  const [entry] = performance.getEntriesByName(url) as PerformanceResourceTiming[];
  const status = entry?.responseStatus ?? 0;
  const arrived = status >= 200 && status < 300;
  const how = arrived ? 'arrived but did not run' : 'did not arrive';
  const why = status >= 400 ? ` The answer has status ${status}.` : '';
  const checksum = element.integrity
    ? ' It has a checksum, which may be that of another file.'
    : '';
  return problem(who, 'doctor/script-failed', `${address} ${how}.${why}${checksum}`);
}

/** What can be said of the script lines of a document as such: the same twice, and checksums. */
export function checkScripts(page: Document, tags: ReadonlySet<string>): Finding[] {
  const loaded = scriptsIn(page).filter(({ kind }) => kind !== 'held-back');
  const findings: Finding[] = [];
  const told = new Set<string>();
  for (const tag of tags) {
    const addresses = [
      ...new Set(loaded.filter((script) => brings(script, tag)).map(({ address }) => address)),
    ];
    const list = addresses.join(' and ');
    if (addresses.length < 2 || told.has(list)) continue;
    told.add(list);
    findings.push(advice(`<${tag}>`, 'doctor/script-twice', `${list} both bring it.`));
  }
  for (const { element, address, file } of loaded) {
    // What a loader loads later is not covered by its own checksum.
    if (element.integrity || file === 'loader') continue;
    findings.push(note(address, 'doctor/integrity-missing', 'The script line has no checksum.'));
  }
  return findings;
}
