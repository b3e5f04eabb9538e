export { addToCounts, CountsReader, fetchCounts, type CountsOutcome } from './counts.ts';
export type { OwnSignature } from './own-signatures.ts';
export { isCountsFormatName, type CountsPlaces, type CountsSource } from './counts-source.ts';
export { deliver, type DeliverOptions } from './deliver.ts';
export {
  vetEndpoint,
  type Endpoint,
  type EndpointError,
  type EndpointVerdict,
} from './endpoint.ts';
export {
  isSuccess,
  type Outcome,
  type RefusalCode,
  type Success,
  type UnreachableCause,
} from './outcome.ts';
export { isFormatName, loadFormat, type FormatName } from './formats/load-format.ts';
export type { Answer, Format, FormatRequest, HandOff } from './formats/format.ts';
export { createSubmissionId } from './submission-id.ts';
