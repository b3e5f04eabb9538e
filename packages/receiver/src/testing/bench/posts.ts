import autocannon, { type Options, type Request } from 'autocannon';
import { newPledge } from '../submissions.ts';

/** The site that posts come from. */
export const ORIGIN = 'https://first-steps.example';

/** What came of requests over some seconds. */
export interface Shot {
  answered: number;
  failures: number;
  /** In seconds. */
  took: number;
  /** In milliseconds: that of 99 in 100 answers, and of all. */
  p99: number;
  longest: number;
}

const POST: Request = {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: ORIGIN },
  // Each is a submission of somebody new.
  setupRequest: (request) => ({
    ...request,
    body: JSON.stringify(newPledge({ partner: 'first-steps' })),
  }),
};

interface Pace {
  perSecond: number;
  seconds: number;
}

/** Posts as fast as these connections allow. */
export const shoot = (
  url: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Shot> => fire({ url, connections, duration: seconds, requests: [POST] });

/** Posts at a pace, however long the answers take. */
export const post = (url: string, { perSecond, seconds }: Pace): Promise<Shot> =>
  fire({ url, connections: 10, overallRate: perSecond, duration: seconds, requests: [POST] });

/** Reads the counts of what is posted at a pace. */
export const read = (url: string, { perSecond, seconds }: Pace): Promise<Shot> =>
  fire({
    url: new URL('/counts?campaign=permanent-connections', url).href,
    connections: 50,
    overallRate: perSecond,
    duration: seconds,
    headers: { origin: ORIGIN },
  });

async function fire(options: Options): Promise<Shot> {
  const result = await autocannon(options);
  return {
    answered: result['2xx'],
    failures: result.errors + result.non2xx,
    took: result.duration,
    p99: result.latency.p99,
    longest: result.latency.max,
  };
}
