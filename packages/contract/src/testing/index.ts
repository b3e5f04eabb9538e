export { emails, names, postalCodes, websites } from './corpora.ts';
export {
  individualMember,
  individualSubmission,
  invalidSubmissions,
  organizationMember,
  organizationSubmission,
  pledgeSubmission,
  validSubmissions,
} from './submissions.ts';
