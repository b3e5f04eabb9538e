import type { FieldError, NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import { isObject, isOk, parseJson, readFailure } from './answer-body.ts';
import { captcha } from './captcha.ts';
import { chosenFields } from './flat-fields.ts';
import type { Answer } from './format.ts';
import { namedOnly } from './named-only.ts';
import { jsonPost } from './json-post.ts';
import { pointerOf } from './member-pointer.ts';

/** Its properties: of a contact, and (`0-2/…`) of a company. It refuses names that its form lacks. */
const NAMES = {
  'given-name': 'firstname',
  'family-name': 'lastname',
  email: 'email',
  tel: 'phone',
  'postal-code': 'zip',
  'organization-title': 'jobtitle',
  organization: '0-2/name',
  url: '0-2/website',
};

/** Its errors that a visitor can mend, in our codes. Others are mistakes in how the form is set up. */
const CODES: Readonly<Record<string, string>> = {
  INVALID_EMAIL: 'email',
  BLOCKED_EMAIL: 'email',
  REQUIRED_FIELD: 'required',
  INPUT_TOO_LARGE: 'too-long',
  INVALID_NUMBER: 'other',
  NUMBER_OUT_OF_RANGE: 'other',
  VALUE_NOT_IN_FIELD_DEFINITION: 'other',
};

/**
 * HubSpot forms (`https://api.hsforms.com/submissions/v3/integration/submit/{portal}/{form}`). Reaches
 * `confirmed`, with errors at the fields as far as its messages name them. Its form must not have a
 * captcha: `hosted-page` in `extra` is then where visitors are sent.
 */
export const hubspot = namedOnly({
  // It merges by e-mail address.
  keepsOnce: true,

  request(submission, endpoint) {
    const { subscriptionTypeId, ...extra } = endpoint.extra ?? {};
    const fields = chosenFields(submission, { ...endpoint, extra }, NAMES);
    return jsonPost(endpoint.url, {
      submittedAt: Date.parse(submission.submittedAt),
      fields: fields.map(([name, value]) => ({
        objectTypeId: name.startsWith('0-2/') ? '0-2' : '0-1',
        name: name.replace(/^0-\d\//, ''),
        value,
      })),
      context: { ...(submission.source.page && { pageUri: submission.source.page }) },
      ...legalConsent(submission, endpoint),
    });
  },

  read(answer, submission, endpoint) {
    if (isOk(answer)) {
      return isObject(parseJson(answer.body))
        ? { outcome: 'confirmed', receipt: { id: submission.id, status: 'confirmed' } }
        : { outcome: 'refused', code: 'unreadable-answer', status: answer.status };
    }
    const errors = errorsOf(answer);
    if (errors.some(({ errorType }) => errorType === 'FORM_HAS_RECAPTCHA_ENABLED')) {
      return captcha(answer.status, endpoint);
    }
    const fieldErrors = errors.flatMap((error) => fieldError(error, endpoint));
    return fieldErrors.length > 0 && answer.status === 400
      ? { outcome: 'invalid', errors: fieldErrors }
      : readFailure(answer);
  },
});

/**
 * The consent to updates, with its exact words: it refuses one without them. It refuses a "no", too
 * (`MISSING_PROCESSING_CONSENT`), so of a box that was left empty it hears nothing.
 */
function legalConsent({ consents }: NamedSubmission, { extra }: Endpoint) {
  const updates = consents.find(({ id }) => id === 'updates');
  if (!updates?.granted) return {};
  const { text } = updates;
  const type = Number(extra?.['subscriptionTypeId']);
  return {
    legalConsentOptions: {
      consent: {
        consentToProcess: true,
        text,
        communications: type ? [{ value: true, subscriptionTypeId: type, text }] : [],
      },
    },
  };
}

interface HubspotError {
  message: string;
  errorType: string;
}

function errorsOf({ body }: Answer): HubspotError[] {
  const parsed = parseJson(body);
  const errors = isObject(parsed) ? parsed['errors'] : undefined;
  return (Array.isArray(errors) ? errors : [])
    .filter(isObject)
    .map(({ message, errorType }) => ({ message: String(message), errorType: String(errorType) }));
}

/** It names the field inside the message: `fields.email`, `fields.0-2/name`, at times `field 'email'`. */
function fieldError({ message, errorType }: HubspotError, endpoint: Endpoint): FieldError[] {
  const [, name] = /\bfield(?:s\.| ')([\w/-]+)/.exec(message) ?? [];
  const code = Object.hasOwn(CODES, errorType) ? CODES[errorType] : undefined;
  return name && code
    ? [{ pointer: pointerOf(name, endpoint, NAMES), code, detail: undefined }]
    : [];
}
