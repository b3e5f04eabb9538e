import { fieldsOf, isForm, startStandIn, typeOf, type Reply } from './stand-in.ts';

type Fields = Record<string, string>;

/** What the services of this family answer, each in its own words. */
const REPLIES = {
  'says ok': { status: 200, body: { ok: true, id: 7 } },
  'says success': { status: 200, body: { success: true, message: 'Thank you' } },
  'says nothing': { status: 200, body: {} },
  'has no words': { status: 200 },
  'error on 200': { status: 200, body: { error: 'This form is disabled' } },
  'not ok on 200': { status: 200, body: { ok: false, error: 'spam' } },
  'page on 200': { status: 200, body: '<!doctype html><title>Sign in</title>' },
  'shows a page': { status: 302, headers: { location: '/thanks' } },
  'plan limit': { status: 402, body: { ok: false, error: 'Plan limit reached' } },
  'wrong origin': { status: 403, body: { ok: false, error: 'Origin not allowed' } },
  captcha: { status: 403, body: { ok: false, error: 'Captcha verification failed' } },
  'captcha on 200': { status: 200, body: { success: false, message: 'hCaptcha token missing' } },
  'no such form': { status: 404, body: { error: 'Form not found' } },
  'rate-limited': { status: 429, body: { error: 'Slow down' }, headers: { 'retry-after': '9' } },
} satisfies Record<string, Reply>;

export type FormServiceScenario = keyof typeof REPLIES;

const LONGEST = 20_000;

/**
 * The family of services that take `POST /f/{id}`: Basin, Getform and alike. They take forms from any
 * page, and never say that a honeypot caught something.
 */
export const startFormService = (scenario: FormServiceScenario = 'says ok', exposeHeaders = '') =>
  startStandIn<Fields>({
    cors: 'simple',
    exposeHeaders,
    answer(request, keep) {
      if (request.path === '/thanks') return { status: 200, body: {} };
      if (!/^\/f\/\w+$/.test(request.path)) return REPLIES['no such form'];
      if (request.method !== 'POST') return { status: 405 };
      if (!isForm(request) && typeOf(request) !== 'multipart/form-data') return { status: 415 };
      if (request.body.length > LONGEST) return { status: 413, body: { error: 'Too large' } };
      const fields = fieldsOf(request);
      const isCaught = Boolean(fields['_gotcha'] || fields['_honey']);
      const isTaken = ['says ok', 'says success', 'says nothing', 'has no words'].includes(
        scenario,
      );
      if (isTaken && !isCaught) keep(fields);
      return REPLIES[scenario];
    },
  });
