export { createApp, type AppOptions } from './http/app.ts';
export { sendConfirmations } from './confirmation/send-confirmation.ts';
export { readCampaigns, type ReadCampaigns } from './campaigns/read-campaigns.ts';
export type { ConfirmationOptions } from './options/confirmation-options.ts';
export type { OutboxWorker } from './outbox/outbox-worker.ts';
export type { Log } from './log.ts';
export type { Inbox } from './store/inbox.ts';
export { Intake } from './store/intake.ts';
export { openStore } from './store/open-store.ts';
export type { StoreOptions } from './store/create-store.ts';
export type {
  ChangeOptions,
  Correction,
  CountsOfErased,
  CountsScope,
  Entry,
  OutboxDraft,
  Store,
  SubmissionFilter,
  Verdict,
} from './store/store.ts';
export type { OutboxKind, SubmissionRow, SubmissionState } from './store/tables.ts';
