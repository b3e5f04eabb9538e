export { samplePetition, samplePledge, sampleQuestions, validCampaigns } from './campaigns.ts';
export { emails, names, postalCodes, telephones, websites } from './corpora.ts';
export { invalidCampaigns } from './invalid-campaigns.ts';
export type { Invalid } from './invalid.ts';
export { invalidIssues, sampleIssue, validIssues } from './issues.ts';
export {
  anonymousSubmission,
  individualMember,
  individualSubmission,
  invalidSubmissions,
  organizationMember,
  organizationSubmission,
  petitionSubmission,
  pledgeSubmission,
  validSubmissions,
} from './submissions.ts';
