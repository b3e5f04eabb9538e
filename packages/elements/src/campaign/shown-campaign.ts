import type { Campaign, CampaignQuestion, LocalizedText } from '@pro-kid/contract';
import { localize } from '@pro-kid/contract/localized-text';
import type { ShownConsent } from '../form/form-controller.ts';

/** A commitment as a visitor reads it. */
export interface ShownCommitment {
  id: string;
  text: string;
  isRequired: boolean;
}

/** A question of the campaign's own as a visitor reads it. */
export interface ShownQuestion {
  name: string;
  type: CampaignQuestion['type'];
  label: string;
  hint: string;
  isRequired: boolean;
  isMultiline: boolean;
  options: { value: string; label: string }[];
}

/** A campaign in one language: all that a form shows of it. */
export interface ShownCampaign {
  title: string;
  to: string;
  ask: string;
  statement: string[];
  commitments: ShownCommitment[];
  questions: ShownQuestion[];
  /** Undefined where the campaign leaves them to us. */
  consents: ShownConsent[] | undefined;
  thanks: string;
  /** The campaign's own page of thanks, as it is set. */
  redirect: string | undefined;
  /** What is passed on with its address. */
  shareText: string;
  /** The address to pass on; empty for that of the page. */
  shareUrl: string;
  /** The language of these texts; empty for that of the page around them. */
  language: string;
}

/** A campaign in a language, or in the one that it has instead. */
export function shownCampaign(campaign: Campaign, wanted: string): ShownCampaign {
  const write = (text: LocalizedText = '') => localize(text, wanted).text;
  return {
    title: write(campaign.title),
    to: write(campaign.to),
    ask: write(campaign.ask),
    statement: campaign.statement.map(write),
    commitments: (campaign.commitments ?? []).map(({ id, text, required }) => ({
      id,
      text: write(text),
      isRequired: required === true,
    })),
    questions: (campaign.custom ?? []).map((question) => ({
      name: question.name,
      type: question.type,
      label: write(question.label),
      hint: write(question.hint),
      isRequired: question.required === true,
      isMultiline: question.type === 'text' && question.multiline === true,
      options:
        'options' in question
          ? question.options.map(({ value, label }) => ({ value, label: write(label) }))
          : [],
    })),
    consents: campaign.consents?.map(({ id, text, required }) => {
      const found = localize(text, wanted);
      return {
        id,
        text: found.text,
        isRequired: required === true,
        ...(found.language && { language: found.language }),
      };
    }),
    thanks: write(campaign.thanks?.text),
    redirect: campaign.thanks?.redirect,
    shareUrl: campaign.share?.url ?? '',
    shareText: write(campaign.share?.text ?? campaign.title),
    language: localize(campaign.title, wanted).language,
  };
}

/** The name of the inputs of a question. */
export const inputOf = ({ name }: Pick<ShownQuestion, 'name'>) => `answer-${name}`;
