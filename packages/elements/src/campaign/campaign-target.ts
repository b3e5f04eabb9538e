import type { Campaign } from '@pro-kid/contract';
import type { FormTarget } from '../form/form-controller.ts';

/** Where a campaign's file says to send. */
export const campaignTarget = ({
  url,
  format = 'json',
  fields = {},
  extra = {},
  headers,
  idempotencyKey,
}: NonNullable<Campaign['endpoint']>): FormTarget => ({
  endpoint: url,
  format,
  fields,
  extra,
  more: { ...(headers && { headers }), ...(idempotencyKey && { idempotencyKey }) },
});
