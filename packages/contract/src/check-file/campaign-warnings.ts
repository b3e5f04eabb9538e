import type { Campaign } from '../campaign.ts';
import { anonymousFormatNames } from '../format-names.ts';
import { campaignTexts } from './campaign-texts.ts';
import { contrastOf, LEAST_CONTRAST } from '../rules/contrast.ts';
import type { Circumstances } from './file-kind.ts';
import type { Unplaced } from './finding.ts';
import {
  LONGEST_SENTENCE,
  LONGEST_TITLE,
  markupIn,
  missingLanguages,
  tooLong,
  unfinished,
} from './text-warnings.ts';
import { grouped } from './word-shapes.ts';

const SHORTEN = 'Shorten it, and move the rest into the statement.';

/** What a campaign will do, but its lead would rather not have. */
export function campaignWarnings(campaign: Campaign, circumstances: Circumstances): Unplaced[] {
  const texts = campaignTexts(campaign);
  return [
    ...unfinished(campaign, 'a campaign'),
    ...inTest(campaign),
    ...missingLanguages(texts),
    ...tooLong('/title', campaign.title, LONGEST_TITLE, SHORTEN),
    ...(campaign.commitments ?? []).flatMap(({ text }, index) =>
      tooLong(`/commitments/${index}/text`, text, LONGEST_SENTENCE, SHORTEN),
    ),
    ...texts.flatMap(markupIn),
    ...closed(campaign, circumstances.now),
    ...goalReached(campaign, circumstances),
    ...aboutEndpoint(campaign),
    ...withoutPrivacy(campaign),
    ...lowContrasts(campaign),
  ];
}

const inTest = ({ test }: Campaign): Unplaced[] =>
  test
    ? [
        {
          pointer: '/test',
          code: 'test-mode',
          found: 'a campaign in test mode',
          expected: 'a campaign whose signatures are sent and counted',
          remedy: 'Before you go live, take this key away.',
        },
      ]
    : [];

const closed = ({ closes }: Campaign, now: number): Unplaced[] =>
  closes !== undefined && Date.parse(closes) <= now
    ? [
        {
          pointer: '/closes',
          code: 'closed',
          found: `${closes}, which is past`,
          expected: 'a moment that is still to come',
          remedy: 'Write a later one, unless nobody is to sign any more.',
        },
      ]
    : [];

/** The last goal that the file names, and whether more than that have signed. */
function goalReached({ goal = {}, endpoint }: Campaign, { counts }: Circumstances): Unplaced[] {
  const { start, steps, offline = 0 } = goal;
  const last = steps?.at(-1) ?? start;
  const warnings: Unplaced[] = [];
  if (counts && 'reason' in counts) {
    warnings.push({
      pointer: endpoint?.counts ? '/endpoint/counts/url' : '/endpoint/counts',
      code: 'counts-unread',
      found: `no counts: ${counts.reason}`,
      expected: 'counts of how many have signed',
      remedy: 'Open the address in a browser, and compare its figures with the goal.',
    });
  }
  const online = counts && 'signed' in counts ? counts.signed : 0;
  const signed = online + offline;
  if (last !== undefined && signed >= last) {
    warnings.push({
      pointer: steps ? `/goal/steps/${steps.length - 1}` : '/goal/start',
      code: 'goal-reached',
      found: `a last goal of ${grouped(last)}, where ${grouped(signed)} have signed`,
      expected: 'a goal that is still ahead',
      remedy: 'Add a larger step. Without one, the form goes on in steps of its own.',
    });
  }
  return warnings;
}

function aboutEndpoint({ endpoint, privacy }: Campaign): Unplaced[] {
  if (!endpoint) {
    return [
      {
        pointer: '/endpoint',
        code: 'endpoint-missing',
        found: 'nothing',
        expected: 'an endpoint, or one that each page names',
        remedy:
          'Add "endpoint" with the address that takes signatures. Without one, nobody can sign.',
      },
    ];
  }
  const { url, format = 'json', fields, counts } = endpoint;
  const warnings = [
    ...insecure('/endpoint/url', url),
    ...insecure('/endpoint/counts/url', counts?.url),
  ];
  const takesAnonymous = anonymousFormatNames.some((name) => name === format);
  // With fields of its own, `json` is flat and has no place for it.
  const isFlat = format === 'json' && fields !== undefined;
  if (privacy?.countYounger && (!takesAnonymous || isFlat)) {
    warnings.push({
      pointer: '/privacy/countYounger',
      code: 'anonymous-format',
      found: isFlat ? 'the format "json" with fields of its own' : `the format "${format}"`,
      expected: 'a format that can count somebody without a name: "json" or "json-simple"',
      remedy: 'Take this key away, or use such a format. As it is, nobody under age is counted.',
    });
  }
  return warnings;
}

function insecure(pointer: string, url: string | undefined): Unplaced[] {
  if (url === undefined || !/^http:/i.test(url)) return [];
  const { hostname, href } = new URL(url);
  if (/^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) return [];
  return [
    {
      pointer,
      code: 'insecure',
      found: url,
      expected: 'an address that starts with https://, so that nobody else can read along',
      remedy: `Write "${href.replace(/^http:/, 'https:')}", and see that it answers.`,
    },
  ];
}

const withoutPrivacy = ({ privacy }: Campaign): Unplaced[] =>
  privacy?.url === undefined
    ? [
        {
          pointer: '/privacy/url',
          code: 'privacy-missing',
          found: 'nothing',
          expected: 'a link to your privacy notice, or one that each page names',
          remedy: 'Add "privacy" with the "url" of your notice. Many laws ask for one.',
        },
      ]
    : [];

/** The colors of a form on a light page, which stay where a theme does not name another. */
export const defaultTheme = {
  accent: '#b9430b',
  onAccent: '#ffffff',
  ink: '#1c2333',
  paper: '#ffffff',
} as const;

const PAIRS = [
  ['onAccent', 'accent'],
  ['ink', 'paper'],
  ['accent', 'paper'],
] as const;

function lowContrasts({ theme = {} }: Campaign): Unplaced[] {
  const colorOf = (name: keyof typeof defaultTheme) => theme[name] ?? defaultTheme[name];
  return PAIRS.flatMap(([one, other]) => {
    const own = [one, other].filter((name) => theme[name] !== undefined);
    const contrast = contrastOf(colorOf(one), colorOf(other));
    if (own.length === 0 || contrast >= LEAST_CONTRAST) return [];
    const [first = one] = own;
    // Cut, not rounded: 4.499 is not enough.
    const shown = (Math.floor(contrast * 100) / 100).toFixed(2);
    return {
      pointer: `/theme/${first}`,
      code: 'contrast' as const,
      found: `"${one}" ${colorOf(one)} on "${other}" ${colorOf(other)}: ${shown}:1`,
      expected: `a contrast of at least ${LEAST_CONTRAST}:1, so that everyone can read it`,
      remedy: `Make "${one}" darker or lighter, or "${other}".`,
    };
  });
}
