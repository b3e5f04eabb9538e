import type { NamedSubmission } from '@pro-kid/contract';
import { looksLikeEmail, startStandIn, typeOf, type Reply } from './stand-in.ts';

/** What the partner's script may answer; it cannot set a status, so all of it comes with 200. */
const ANSWERS = {
  'quota error': { error: 'Service invoked too many times for one day: email.' },
  'problem: limited': { type: 'about:blank', status: 429, retryAfter: 30 },
  'problem: duplicate': { type: '/problems/duplicate', status: 409 },
  'says nothing': {},
} as const;

export type AppsScriptScenario = keyof typeof ANSWERS | 'sign-in';

/**
 * A Google Apps Script web app: `doPost` runs on one host, and its answer is fetched from another. An
 * app that not everybody may use sends to a page to sign in. Neither host answers OPTIONS.
 */
export async function startAppsScript(scenario?: AppsScriptScenario) {
  const answers: object[] = [];
  const content = await startStandIn<never>({
    cors: 'simple',
    answer: ({ method, query }) =>
      method === 'GET' && answers[Number(query.get('user_content_key'))]
        ? { status: 200, body: answers[Number(query.get('user_content_key'))]! }
        : { status: 405 },
  });
  const signIn = await startStandIn<never>({
    cors: 'none',
    answer: () => ({ status: 200, body: '<!doctype html><title>Sign in</title>' }),
  });
  const redirect = (location: string): Reply => ({ status: 302, headers: { location } });

  return startStandIn<NamedSubmission>({
    cors: 'simple',
    answer(request, keep) {
      if (!/^\/macros\/s\/\w+\/exec$/.test(request.path)) return { status: 404 };
      if (request.method !== 'POST') return { status: 405 };
      if (scenario === 'sign-in') return redirect(`${signIn.origin}/ServiceLogin`);
      if (typeOf(request) !== 'text/plain') return { status: 400 };
      const submission = JSON.parse(request.body) as NamedSubmission;
      answers.push(scenario ? ANSWERS[scenario] : run(submission, keep));
      return redirect(`${content.origin}/macros/echo?user_content_key=${answers.length - 1}`);
    },
  });
}

/** The script of a partner who answers as `docs/endpoints/apps-script.md` asks. */
function run(submission: NamedSubmission, keep: (row: NamedSubmission) => void): object {
  if (!looksLikeEmail(submission.member.email)) {
    return { errors: [{ pointer: '/member/email', code: 'email' }] };
  }
  keep(submission);
  return { id: submission.id, status: 'confirmed' };
}
