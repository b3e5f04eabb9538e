export { anonymous, type Anonymous } from './anonymous.ts';
export {
  campaign,
  type Campaign,
  type CampaignConsent,
  type CampaignErrorCode,
  type Commitment,
} from './campaign.ts';
export { campaignLimits } from './campaign-limits.ts';
export type { CampaignQuestion } from './campaign-question.ts';
export { consent, type Consent } from './consent.ts';
export { counts, type Counts, type PartnerCounts } from './counts.ts';
export {
  anonymousFormatNames,
  countsFormatNames,
  formatNames,
  type CountsFormatName,
  type FormatName,
} from './format-names.ts';
export { individual, type Individual } from './individual.ts';
export { issue, type Issue, type IssueErrorCode } from './issue.ts';
export type { IssueFact } from './issue-fact.ts';
export type { LocalizedText } from './localize.ts';
export { member, type Member, type MemberKind } from './member.ts';
export { organization, type Organization } from './organization.ts';
export { petition, type Petition } from './petition.ts';
export { pledge, type Pledge } from './pledge.ts';
export { fieldError, problem, type FieldError, type Problem } from './problem.ts';
export { receipt, type Receipt } from './receipt.ts';
export type { ErrorCode } from './rules/index.ts';
export { source, type Source } from './source.ts';
export {
  submission,
  type NamedSubmission,
  type Submission,
  type SubmissionType,
} from './submission.ts';
export { check, type Verdict } from './verdict.ts';
