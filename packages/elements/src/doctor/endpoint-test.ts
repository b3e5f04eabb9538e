import type { TestableEndpoint } from './check-form.ts';
import { advice, fine, problem, type Finding } from './finding.ts';
import { plainAddress } from './plain-address.ts';

/**
 * A test that stores nothing.
 *
 * - `refusal`: a POST that is no submission, to an endpoint of our own contract, which must refuse it
 * - `reach`: a HEAD without a path to the server of a service, since many take any request to the endpoint
 *   itself for a submission
 * - `none`: the form opens a tab or runs a script, so that no request says anything about it
 */
export interface EndpointTest {
  kind: 'refusal' | 'reach' | 'none';
  who: string;
  /** All that would be sent, in words. */
  sends: string;
  url: string;
  init: RequestInit;
}

/** What the endpoint gets: it says what it is to whoever reads a log, and has nothing that a submission needs. */
export const TEST_BODY = '{"test":"pro-kid-doctor: refuse and do not store this"}';

/** Milliseconds. */
const PATIENCE = 12_000;

/** The least harmful test that there is for an endpoint. */
export function testOf({ who, endpoint, request }: TestableEndpoint): EndpointTest {
  const { format, fields, url } = endpoint;
  const quiet: RequestInit = {
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
  if ('handOff' in request) {
    return { kind: 'none', who, sends: `Nothing to ${plainAddress(url)}.`, url, init: {} };
  }
  const isOurContract = (format === 'json' && !fields) || format === 'json-simple';
  if (isOurContract) {
    const { method, headers } = request.init;
    return {
      kind: 'refusal',
      who,
      sends: `POST ${plainAddress(url)} with the body ${TEST_BODY}`,
      url: request.url,
      init: { ...quiet, method: method!, headers: headers!, body: TEST_BODY, redirect: 'manual' },
    };
  }
  const server = `${new URL(url).origin}/`;
  const init: RequestInit = { ...quiet, method: 'HEAD', mode: 'no-cors' };
  return { kind: 'reach', who, sends: `HEAD ${server}`, url: server, init };
}

/** Runs a test, and says what came of it. */
export async function runTest(test: EndpointTest): Promise<Finding> {
  const { kind, who, url } = test;
  if (kind === 'none') return untested(who, 'Whether it works cannot be told without sending.');
  const answer = await ask(test);
  if (kind === 'refusal') return answer ? readRefusal(who, url, answer) : whyNone(who, url);
  if (!answer) return unreachable(who, url);
  const found = `${plainAddress(url)} can be reached. If it takes a sign-up could not be tested without sending one.`;
  return untested(who, found);
}

async function ask({
  url,
  init,
}: Pick<EndpointTest, 'url' | 'init'>): Promise<Response | undefined> {
  const signal = AbortSignal.timeout?.(PATIENCE) ?? null;
  return fetch(url, { ...init, signal }).catch(() => undefined);
}

/** An endpoint of our contract refuses what is no submission, by its fields or as a whole. */
const REFUSALS = [400, 422];

function readRefusal(who: string, url: string, { status, type, ok }: Response): Finding {
  const address = plainAddress(url);
  if (type === 'opaqueredirect') {
    return problem(who, 'doctor/endpoint-status', `${address} redirects to another address.`);
  }
  if (ok) {
    const found = `${address} said yes (status ${status}) to what is no sign-up, and may have stored it.`;
    return problem(who, 'doctor/endpoint-took-it', found);
  }
  if (REFUSALS.includes(status)) {
    return fine(
      who,
      `${address} answers this page and refused the test, as it should (status ${status}).`,
    );
  }
  const found = `${address} answered with status ${status}, not with 400 or 422.`;
  return problem(who, 'doctor/endpoint-status', found);
}

/** No answer that may be read: the server does not answer at all, or does not allow this site. */
async function whyNone(who: string, url: string): Promise<Finding> {
  const init: RequestInit = { method: 'HEAD', mode: 'no-cors', credentials: 'omit' };
  const server = await ask({ url: `${new URL(url).origin}/`, init });
  if (!server) return unreachable(who, url);
  const found = `The server of ${plainAddress(url)} answers, but does not allow ${location.origin}.`;
  return problem(who, 'doctor/endpoint-cors', found);
}

const unreachable = (who: string, url: string) =>
  problem(who, 'doctor/endpoint-unreachable', `No answer came from ${plainAddress(url)}.`);
const untested = (who: string, found: string) => advice(who, 'doctor/endpoint-untested', found);
