import { looksLikeEmail, startStandIn, typeOf, type Reply } from './stand-in.ts';

interface Field {
  objectTypeId: string;
  name: string;
  value: string;
}

interface Communication {
  value: boolean;
  subscriptionTypeId: number;
  text?: string;
}

export interface HubspotSubmission {
  fields: Field[];
  submittedAt: number;
  context?: { hutk?: string; pageUri?: string };
  legalConsentOptions?: {
    consent?: { consentToProcess: boolean; text?: string; communications: Communication[] };
    legitimateInterest?: object;
  };
}

export interface HubspotSettings {
  scenario?: 'captcha' | 'rate-limited';
  /** The fields in the form's definition, such as `email` and `0-2/name`. */
  fields?: readonly string[];
  required?: readonly string[];
  blockedDomain?: string;
}

const ALL_FIELDS = [
  ...['firstname', 'lastname', 'email', 'phone', 'zip', 'jobtitle'],
  ...['0-2/name', '0-2/website'],
];

type Refusal = [errorType: string, message: string];

/** A form of HubSpot: what is not in its definition, or not as its reference has it, is refused. */
export const startHubspot = (settings: HubspotSettings = {}) =>
  startStandIn<HubspotSubmission>({
    cors: 'preflight',
    answer(request, keep) {
      if (!/^\/submissions\/v3\/integration\/submit\/\d+\/[\w-]+$/.test(request.path)) {
        return { status: 404, body: { status: 'error', message: 'Resource not found' } };
      }
      if (request.method !== 'POST') return { status: 405 };
      if (typeOf(request) !== 'application/json') return { status: 415 };
      if (settings.scenario === 'rate-limited') {
        return { status: 429, body: { status: 'error', errorType: 'RATE_LIMIT' } };
      }
      if (settings.scenario === 'captcha') {
        return refuse([['FORM_HAS_RECAPTCHA_ENABLED', 'The form has reCAPTCHA enabled']]);
      }
      const submission = JSON.parse(request.body) as HubspotSubmission;
      const errors = [
        ...fieldErrors(submission, settings),
        ...contextErrors(submission),
        ...consentErrors(submission),
      ];
      if (errors.length > 0) return refuse(errors);
      keep(submission);
      return { status: 200, body: { inlineMessage: '<b>Thanks</b>' } };
    },
  });

const refuse = (errors: Refusal[]): Reply => ({
  status: 400,
  body: {
    status: 'error',
    message: 'The request is not valid',
    correlationId: '01a0e8fb-38b0-7a68-a263-d0320f56fb51',
    errors: errors.map(([errorType, message]) => ({ message, errorType })),
  },
});

const nameOf = ({ objectTypeId, name }: Field) =>
  objectTypeId === '0-1' ? name : `${objectTypeId}/${name}`;

function fieldErrors(
  { fields }: HubspotSubmission,
  {
    fields: known = ALL_FIELDS,
    required = ['email'],
    blockedDomain = 'blocked.example',
  }: HubspotSettings,
): Refusal[] {
  if (fields.length > 1000) return [['MAX_NUMBER_OF_SUBMITTED_VALUES_EXCEEDED', 'Too many fields']];
  const sent = new Set(fields.map(nameOf));
  const missing = required
    .filter((name) => !sent.has(name))
    .map((name): Refusal => [
      'REQUIRED_FIELD',
      `Error in 'fields.${name}'. Required field '${name}' is missing`,
    ]);
  const wrong = fields.flatMap((field): Refusal[] => {
    const name = nameOf(field);
    const at = `Error in 'fields.${name}'.`;
    const { value } = field;
    if (!known.includes(name)) return [['FIELD_NOT_IN_FORM_DEFINITION', `${at} Not in the form`]];
    if (value.length > 65_536) return [['INPUT_TOO_LARGE', `${at} Too large`]];
    if (name !== 'email') return [];
    if (!looksLikeEmail(value)) return [['INVALID_EMAIL', `${at} Invalid email address`]];
    return value.endsWith(`@${blockedDomain}`) ? [['BLOCKED_EMAIL', `${at} Blocked`]] : [];
  });
  return [...missing, ...wrong];
}

function contextErrors({ context = {}, submittedAt }: HubspotSubmission): Refusal[] {
  const errors: Refusal[] = [];
  if (!Number.isInteger(submittedAt)) errors.push(['INVALID_METADATA', 'submittedAt']);
  if (context.hutk === '') errors.push(['INVALID_HUTK', 'hutk']);
  if (context.pageUri !== undefined && !URL.canParse(context.pageUri)) {
    errors.push(['INVALID_PAGE_URI', 'pageUri']);
  }
  return errors;
}

/** It takes no consent without its words, and none that says no. */
function consentErrors({ legalConsentOptions: legal }: HubspotSubmission): Refusal[] {
  if (!legal) return [];
  const { consent, legitimateInterest } = legal;
  if (!consent === !legitimateInterest) return [['INVALID_LEGAL_OPTION_FORMAT', 'One of the two']];
  if (!consent) return [];
  const errors: Refusal[] = [];
  const { consentToProcess, text, communications } = consent;
  if (!consentToProcess) {
    errors.push(['MISSING_PROCESSING_CONSENT', "The 'consentToProcess' field was false"]);
  }
  if (!text) errors.push(['MISSING_PROCESSING_CONSENT_TEXT', 'No text']);
  if (communications.some((each) => !each.text)) {
    errors.push(['MISSING_COMMUNICATION_CONSENT_TEXT', 'No text']);
  }
  const types = communications.map(({ subscriptionTypeId }) => subscriptionTypeId);
  if (new Set(types).size < types.length) errors.push(['DUPLICATE_SUBSCRIPTION_TYPE_ID', 'Twice']);
  return errors;
}
