import type { CountsFormatName } from '@pro-kid/contract';

/** Where counts are read from. */
export interface CountsSource {
  /** An absolute `https:` address that answers GET with JSON. */
  url: string;
  /** Whose JSON it is: our own Counts, where nothing is said. */
  format?: CountsFormatName;
  /**
   * Where the figures stand in any other JSON, as JSON Pointers. For one figure of all signatures, set
   * `individuals` alone: `{ "individuals": "/total" }`.
   */
  map?: CountsPlaces;
}

/** A JSON Pointer (RFC 6901) for each figure. */
export interface CountsPlaces {
  individuals: string;
  organizations?: string;
  asOf?: string;
}

const formats = {
  counts: { individuals: '/individuals', organizations: '/organizations', asOf: '/asOf' },
  /** A petition or form of OSDI, `…/api/v2/petitions/{uuid}`. */
  'action-network': { individuals: '/total_signatures' },
  /** The supporters of the campaign that an action page, `…/api?id={actionPageId}`, belongs to. */
  proca: { individuals: '/data/actionPage/campaign/stats/supporterCount' },
} as const satisfies Record<CountsFormatName, CountsPlaces>;

/** Whether a text is the name of a shape of counts. */
export const isCountsFormatName = (name: string): name is CountsFormatName =>
  Object.hasOwn(formats, name);

export const placesOf = ({ map, format = 'counts' }: CountsSource): CountsPlaces =>
  map ?? formats[format];

const PROCA_QUERY =
  'query ($page: Int!) { actionPage(id: $page) { campaign { stats { supporterCount } } } }';

/** The address to GET: Proca is asked in GraphQL, by an address that caches can keep. */
export function countsQuery({ url, format }: CountsSource): string {
  if (format !== 'proca') return url;
  const address = new URL(url);
  const page = Number(address.searchParams.get('id'));
  address.search = '';
  address.searchParams.set('query', PROCA_QUERY);
  address.searchParams.set('variables', JSON.stringify({ page }));
  return address.href;
}
