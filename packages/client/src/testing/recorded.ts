import assert from 'node:assert/strict';
import type { NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import type { Answer, Format } from '../formats/format.ts';
import type { Outcome } from '../outcome.ts';

/** An answer as a service was recorded to give it; none of them was asked live. */
export function recorded(
  status: number,
  body: unknown = '',
  { redirected = false, headers = {} }: { redirected?: boolean; headers?: HeadersInit } = {},
): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, redirected, headers: new Headers(headers), body: text };
}

/** What a format would send, taken apart: form fields by name, or parsed JSON. */
export function written(format: Format, submission: NamedSubmission, endpoint: Endpoint) {
  const request = format.request(submission, endpoint);
  assert.ok('init' in request, JSON.stringify(request));
  const { body, headers, method, mode } = request.init;
  const fields =
    body instanceof URLSearchParams
      ? Object.fromEntries(body)
      : (JSON.parse(body as string) as Record<string, unknown>);
  return {
    url: request.url,
    method,
    mode,
    headers: Object.fromEntries(new Headers(headers)),
    fields,
  };
}

/** Why a format refuses to send anything. */
export function refusal(format: Format, submission: NamedSubmission, endpoint: Endpoint): string {
  const outcome = format.request(submission, endpoint) as Outcome;
  assert.ok(outcome.outcome === 'refused' && outcome.code === 'configuration');
  assert.ok(outcome.reason);
  return outcome.reason;
}
