import type { Campaign } from '../campaign.ts';
import type { LocalizedText } from '../localize.ts';
import type { Placed } from './text-warnings.ts';

/** Every text of a campaign that visitors read, in the order of the file. */
export function campaignTexts(campaign: Campaign): Placed[] {
  const { title, to, ask, statement, commitments, custom, consents, share, thanks } = campaign;
  const at = (pointer: string, text: LocalizedText | undefined): Placed[] =>
    text === undefined ? [] : [{ pointer, text }];
  return [
    ...at('/title', title),
    ...(to === undefined ? [] : [{ pointer: '/to', text: to, isName: true }]),
    ...at('/ask', ask),
    ...statement.flatMap((text, index) => at(`/statement/${index}`, text)),
    ...(commitments ?? []).flatMap(({ text }, index) => at(`/commitments/${index}/text`, text)),
    ...(custom ?? []).flatMap((question, index) => [
      ...at(`/custom/${index}/label`, question.label),
      ...at(`/custom/${index}/hint`, question.hint),
      ...('options' in question ? question.options : []).flatMap(({ label }, option) =>
        at(`/custom/${index}/options/${option}/label`, label),
      ),
    ]),
    ...(consents ?? []).flatMap(({ text }, index) => at(`/consents/${index}/text`, text)),
    ...at('/share/text', share?.text),
    ...at('/thanks/text', thanks?.text),
  ];
}
