import type { Source } from '@pro-kid/contract';
import { ANSWER_NAME } from '@pro-kid/contract/rules';
import { fromQuery, readSource as readFormSource, search } from '../delivery/source.ts';

interface Host {
  campaign: string;
  partner: string;
  parameters?: string;
  isAnonymous?: boolean;
}

const MOST = 10;

/**
 * Where a signer stands, as for every form, and of the page's query also the parameters that the page
 * names. Of somebody who is counted without a name it is only what the page itself is set to.
 */
export function readSource(host: Host, widget: string, widgetVersion: string): Source {
  const source = readFormSource(host, widget, widgetVersion);
  if (host.isAnonymous) {
    const { page: _page, referrer: _referrer, utm: _utm, ...set } = source;
    return set;
  }
  const parameters = source.page ? parametersOf(host.parameters ?? '') : {};
  return Object.keys(parameters).length > 0 ? { ...source, parameters } : source;
}

function parametersOf(names: string): Record<string, string> {
  const query = new URLSearchParams(search);
  const found = names
    .split(/\s+/)
    .filter((name) => ANSWER_NAME.test(name))
    .slice(0, MOST)
    .map((name) => [name, fromQuery(query, name)])
    .filter(([, value]) => value);
  return Object.fromEntries(found) as Record<string, string>;
}
