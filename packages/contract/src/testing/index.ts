export { emails, names, postalCodes, websites } from './corpora.ts';
export {
  individualMember,
  individualSubmission,
  invalidSubmissions,
  organizationMember,
  organizationSubmission,
  validSubmissions,
} from './submissions.ts';
