import type { Source } from '@pro-kid/contract';
import { line } from '@pro-kid/contract/rules';

const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/** The page as it was when the visitor came; what it becomes after is its own. */
export const { origin, pathname, search } = location;

/**
 * Where this visitor stands: the page's origin and path and the referrer's origin, never a query,
 * which may hold personal data; of the query only the `utm_*` parameters. Of somebody who asks for
 * privacy (Global Privacy Control) it is only what the page itself is set to.
 */
export function readSource(
  { campaign, partner }: { campaign: string; partner: string },
  widget: string,
  widgetVersion: string,
): Source {
  const set = present([
    ['campaign', campaign],
    ['partner', partner],
  ]);
  if (navigator.globalPrivacyControl) return { ...set, widget, widgetVersion };

  const query = new URLSearchParams(search);
  const utm = present(UTM.map((name) => [name, fromQuery(query, `utm_${name}`)]));
  return {
    ...set,
    ...present([
      ['page', origin === 'null' ? '' : (origin + pathname).slice(0, 2048)],
      ['referrer', originOf(document.referrer)],
    ]),
    ...(Object.keys(utm).length > 0 && { utm }),
    widget,
    widgetVersion,
  };
}

const rule = line();

/** A parameter as endpoints take it; empty for one that would have them refuse all that was typed. */
export function fromQuery(query: URLSearchParams, name: string): string {
  const value = rule.normalize(query.get(name) ?? '').slice(0, 255);
  return rule.findFault(value) ? '' : value;
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return '';
  }
}

function present(entries: [string, string | undefined][]): Record<string, string> {
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => !!entry[1]));
}

declare global {
  interface Navigator {
    /** https://w3c.github.io/gpc/ */
    readonly globalPrivacyControl?: boolean;
  }
}
