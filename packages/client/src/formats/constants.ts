import type { Endpoint } from '../endpoint.ts';

/** The constants of an endpoint, less the one setting that `captcha()` reads. */
export const constants = (extra: Endpoint['extra'] = {}) =>
  Object.entries(extra).filter(([name]) => name !== 'hosted-page');
