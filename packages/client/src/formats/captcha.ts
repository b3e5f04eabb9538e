import type { Endpoint } from '../endpoint.ts';
import type { Outcome } from '../outcome.ts';

/**
 * The outcome where a service wants a puzzle solved that only its own page can show. The address of
 * that page is `hosted-page` in `extra`, unless the format knows it.
 */
export function captcha(
  status: number,
  { extra }: Endpoint,
  hostedPage: string | undefined = extra?.['hosted-page'],
): Outcome {
  return { outcome: 'refused', code: 'captcha', status, ...(hostedPage && { hostedPage }) };
}
