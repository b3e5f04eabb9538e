import { about, lastDay } from './about-template.ts';
import { AgeQuestion } from './age-question.ts';
import { CampaignSettings } from './campaign-settings.ts';
import { campaignTarget } from './campaign-target.ts';
import { fileEnglish } from './messages/en-file.ts';
import { tickFromAddress } from './page-address.ts';
import { phaseOf } from './phase.ts';
import { commitments, questions } from './question-templates.ts';
import { readCampaign } from './read-campaign.ts';
import { shownCampaign } from './shown-campaign.ts';
import { stage } from './stage-templates.ts';
import { applyTheme } from './theme.ts';

/** What reads a campaign's file and shows what stands in it: loaded where there is one. */
export const engine = {
  readCampaign,
  tickFromAddress,
  campaignTarget,
  CampaignSettings,
  shownCampaign,
  phaseOf,
  AgeQuestion,
  about,
  lastDay,
  stage,
  commitments,
  questions,
  applyTheme,
  english: fileEnglish,
};
