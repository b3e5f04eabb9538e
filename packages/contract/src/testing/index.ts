export { emails, names, postalCodes, websites } from './corpora.ts';
export { invalidIssues, sampleIssue, validIssues } from './issues.ts';
export {
  individualMember,
  individualSubmission,
  invalidSubmissions,
  organizationMember,
  organizationSubmission,
  pledgeSubmission,
  validSubmissions,
} from './submissions.ts';
