import type { Source } from '@pro-kid/contract';

const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/**
 * Where this visitor stands: the page's origin and path and the referrer's origin, never a query,
 * which may hold personal data; of the query only the `utm_*` parameters.
 */
export function readSource(of: {
  campaign: string;
  partner: string;
  widget: string;
  widgetVersion: string;
}): Source {
  const { origin, pathname, search } = location;
  const query = new URLSearchParams(search);
  const utm = present(UTM.map((name) => [name, query.get(`utm_${name}`)?.slice(0, 255)]));
  return {
    ...present([
      ['campaign', of.campaign],
      ['partner', of.partner],
      ['page', origin === 'null' ? '' : (origin + pathname).slice(0, 2048)],
      ['referrer', originOf(document.referrer)],
    ]),
    ...(Object.keys(utm).length > 0 && { utm }),
    widget: of.widget,
    widgetVersion: of.widgetVersion,
  };
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
