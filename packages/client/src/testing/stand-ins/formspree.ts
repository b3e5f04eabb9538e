import { fieldsOf, isForm, looksLikeEmail, startStandIn, type Reply } from './stand-in.ts';

type Fields = Record<string, string>;

const formError = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error: message, errors: [{ code, message }] },
});

const REPLIES = {
  blocked: formError(403, 'BLOCKED', 'Form submission blocked'),
  inactive: formError(403, 'INACTIVE', 'Form not active'),
  'no such form': formError(404, 'FORM_NOT_FOUND', 'Form not found'),
  captcha: {
    status: 403,
    body: { error: 'To submit via AJAX, reCAPTCHA must be disabled in the settings of this form.' },
  },
  // Its older server said so to those who accept JSON; to others it was 402.
  'quota on 200': { status: 200, body: { error: 'Form is over its quota' } },
  'rate-limited': { status: 429, body: { error: 'Too many requests' } },
} satisfies Record<string, Reply>;

export interface FormspreeSettings {
  scenario?: keyof typeof REPLIES;
  required?: readonly string[];
  /** The only site that the form may stand on. */
  host?: string;
}

/** Formspree, `https://formspree.io/f/{id}`. */
export const startFormspree = ({ scenario, required = [], host }: FormspreeSettings = {}) =>
  startStandIn<Fields>({
    cors: 'preflight',
    allowHeaders: 'content-type, formspree-client, formspree-session-data',
    answer(request, keep) {
      if (request.method !== 'POST') return { status: 405 };
      if (!/^\/f\/\w+$/.test(request.path)) return REPLIES['no such form'];
      const referrer = request.headers.get('referer');
      if (!referrer) return { status: 400, body: '<p>Open this page through a web server.</p>' };
      if (host && new URL(referrer).host !== host) return { status: 403, body: '<p>Forbidden</p>' };
      if (request.headers.get('accept') !== 'application/json') {
        return { status: 302, headers: { location: '/thanks' } };
      }
      if (scenario) return REPLIES[scenario];
      if (!isForm(request)) return { status: 400, body: { error: 'not what we send' } };

      const fields = fieldsOf(request);
      const errors = errorsOf(fields, required);
      if (Object.keys(fields).length === 0) return formError(422, 'EMPTY', 'Nothing was sent');
      if (errors.length > 0) return { status: 422, body: { error: 'Validation errors', errors } };
      if (!fields['_gotcha']) keep(fields);
      return { status: 200, body: { next: 'https://formspree.io/thanks?language=en' } };
    },
  });

function errorsOf(fields: Fields, required: readonly string[]) {
  const missing = required
    .filter((field) => !fields[field])
    .map((field) => ({
      code: field in fields ? 'REQUIRED_FIELD_EMPTY' : 'REQUIRED_FIELD_MISSING',
      field,
      message: 'is required',
    }));
  const { email } = fields;
  return email !== undefined && !looksLikeEmail(email)
    ? [...missing, { code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }]
    : missing;
}
