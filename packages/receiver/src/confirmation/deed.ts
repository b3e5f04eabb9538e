import type { Campaign, Submission } from '@pro-kid/contract';
import { localize } from '@pro-kid/contract/localized-text';
import { pageLanguage } from '../pages/language.ts';
import type { PageLanguage } from '../pages/page.ts';
import type { Deed } from './words.ts';

/** What a submission does, as it is named to whoever sent it. */
export interface NamedDeed {
  language: PageLanguage;
  deed: Deed;
  /** Of its campaign; '' where that is not known here. */
  title: string;
}

/** Names a submission in its own language, as far as there are words in it. */
export function nameDeed(
  { type, source, language }: Submission,
  campaigns: ReadonlyMap<string, Campaign>,
): NamedDeed {
  const ours = pageLanguage(language);
  const campaign = type === 'join' ? undefined : campaigns.get(source.campaign ?? '');
  const title = campaign ? localize(campaign.title, ours).text : '';
  return { language: ours, title, deed: type === 'join' ? 'join' : title ? 'campaign' : 'sign' };
}

/** Puts a campaign's title where it belongs. */
export const withTitle = (text: string, { title }: NamedDeed): string =>
  text.replace('{title}', () => title);
