export { createApp, type AppOptions } from './http/app.ts';
export { readCampaigns, type ReadCampaigns } from './campaigns/read-campaigns.ts';
export type { Log } from './log.ts';
export { openStore } from './store/sqlite-store.ts';
export type { CountsScope, Saved, Store } from './store/store.ts';
