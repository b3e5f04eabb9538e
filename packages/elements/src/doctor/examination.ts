import { checkArrival, checkScripts } from './check-arrival.ts';
import { checkContrast } from './check-contrast.ts';
import { checkFile } from './check-file.ts';
import { checkForm, type TestableEndpoint } from './check-form.ts';
import { checkFallback, checkLanguage, checkRoom } from './check-look.ts';
import { checkPage, checkPlace } from './check-page.ts';
import { policiesIn, readPolicy } from './check-policy.ts';
import { fine, problem, type Finding } from './finding.ts';
import type { JumpWatch } from './jump-watch.ts';
import { scriptsIn } from './scripts.ts';
import { findWidgets, isForm, type Widget } from './widgets.ts';

export interface Examination {
  findings: Finding[];
  /** The endpoints that a webmaster may have tested, one for each form. */
  testable: TestableEndpoint[];
  /** The addresses that a page's policy may refuse the widgets. */
  ours: string[];
}

/** Looks at everything that can be seen without sending anything to an endpoint. */
export async function examine(jumps: JumpWatch, signal: AbortSignal): Promise<Examination> {
  const { widgets, closedFrames } = findWidgets();
  const findings: Finding[] = [];
  const testable: TestableEndpoint[] = [];
  if (widgets.length === 0) {
    findings.push(problem('The page', 'doctor/no-widget', 'There is no widget on it.'));
  }
  for (const widget of widgets) {
    findings.push(...checkArrival(widget), ...checkPlace(widget));
    const { campaign, findings: ofFile } = await checkFile(widget, signal);
    findings.push(...ofFile);
    if (isForm(widget) && !isHeldByFile(ofFile)) {
      const checked = await checkForm(widget, campaign);
      findings.push(...checked.findings);
      if (checked.testable) testable.push(checked.testable);
    }
    findings.push(...checkLanguage(widget), ...checkFallback(widget));
    findings.push(...checkRoom(widget, jumps), ...checkContrast(widget));
  }
  for (const page of pagesOf(widgets)) {
    const inside = widgets.filter(({ element }) => element.ownerDocument === page);
    const tags = new Set(inside.map(({ element }) => element.localName));
    findings.push(...checkScripts(page, tags), ...checkPage(page, inside));
    findings.push(...policiesIn(page).flatMap(readPolicy));
  }
  if (closedFrames > 0) {
    const found = `${closedFrames} of its frames cannot be looked into, since another site is in them.`;
    findings.push(fine('The page', found));
  }
  return { findings, testable, ours: addressesOf(widgets, testable) };
}

/** Where a campaign's file is no good, all that it would say of the endpoint is unknown. */
const isHeldByFile = (ofFile: readonly Finding[]) =>
  ofFile.some(({ level }) => level === 'problem');

const pagesOf = (widgets: readonly Widget[]) => [
  ...new Set([document, ...widgets.map(({ element }) => element.ownerDocument)]),
];

/** What a policy may refuse of the widgets: their scripts, their files and their endpoints. */
const addressesOf = (widgets: readonly Widget[], testable: readonly TestableEndpoint[]) => [
  ...pagesOf(widgets).flatMap((page) => scriptsIn(page).map(({ url }) => url)),
  ...widgets.flatMap(({ element }) =>
    ['src', 'counts'].flatMap((name) => {
      const address = element.getAttribute(name);
      return address && URL.canParse?.(address, element.baseURI)
        ? [new URL(address, element.baseURI).href]
        : [];
    }),
  ),
  ...testable.map(({ endpoint }) => endpoint.url),
];
