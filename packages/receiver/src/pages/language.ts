import type { PageLanguage } from './page.ts';

/**
 * The language of a page: that of the form, else the first of the browser's that there is.
 *
 * @param accepted the header Accept-Language, read in its order alone.
 */
export function pageLanguage(wanted: string | null | undefined, accepted = ''): PageLanguage {
  const languages = [wanted ?? '', ...accepted.split(',')].map(
    (tag) => tag.trim().toLowerCase().split(/[-;]/, 1)[0],
  );
  return languages.find((tag): tag is PageLanguage => tag === 'en' || tag === 'es') ?? 'en';
}
