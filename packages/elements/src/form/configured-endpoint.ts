import { isFormatName, vetEndpoint, type Endpoint } from '@pro-kid/client';
import { warn } from '../diagnostics/warn.ts';
import type { FormHost } from './form-controller.ts';

/** The endpoint as the host is configured; undefined, with a word to the integrator, where it cannot be used. */
export function configuredEndpoint(host: FormHost): Endpoint | undefined {
  const { endpoint, format, fields, extra, more } = host.target;
  if (!endpoint) {
    warn(host, 'no-endpoint', 'no endpoint. Set endpoint="https://…", or the deliver property.');
    return undefined;
  }

  const verdict = vetEndpoint(endpoint, document.baseURI);
  if ('error' in verdict) {
    warn(
      host,
      verdict.error,
      `endpoint="${endpoint}" cannot be used. Set an https:// address without user name or password.`,
    );
    return undefined;
  }
  if (verdict.warning) {
    warn(
      host,
      verdict.warning,
      'the endpoint is on plain http, so others can read what visitors type. Serve both over https.',
    );
  }
  if (!isFormatName(format)) {
    warn(host, 'format', `there is no format="${format}". See the guide to endpoints.`);
    return undefined;
  }
  if (!isTexts(fields) || !isTexts(extra)) {
    warn(host, 'format-settings', 'fields and extra take JSON such as {"given-name":"FNAME"}.');
    return undefined;
  }
  return {
    ...verdict.endpoint,
    format,
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(Object.keys(extra).length > 0 && { extra }),
    ...more,
  };
}

/** Whether it is an object of texts; an attribute that is no JSON arrives as null. */
export const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((text) => typeof text === 'string');
