import {
  isFormatName,
  loadFormat,
  vetEndpoint,
  type Endpoint,
  type HandOff,
  type Outcome,
} from '@pro-kid/client';
import type { Campaign, NamedSubmission } from '@pro-kid/contract';
import { campaignTarget } from '../campaign/campaign-target.ts';
import { isTexts } from '../form/configured-endpoint.ts';
import type { FormTarget } from '../form/form-controller.ts';
import { webLink } from '../form/web-link.ts';
import { fine, problem, type Finding } from './finding.ts';
import { plainAddress } from './plain-address.ts';
import type { Widget } from './widgets.ts';

/** What a form would send, for the formats to say if they can: nobody's, and never sent. */
export interface TestableEndpoint {
  who: string;
  endpoint: Endpoint;
  /** What the form would do with a submission. */
  request: { url: string; init: RequestInit } | HandOff;
}

export interface CheckedForm {
  findings: Finding[];
  testable?: TestableEndpoint;
}

/** A form that may not be upgraded yet. */
interface Form extends HTMLElement {
  privacy?: string;
  deliver?: unknown;
  target?: FormTarget;
}

/** Whether a form has an endpoint that personal data may go to, and a link to a privacy policy. */
export async function checkForm(
  { element, who }: Widget,
  campaign: Campaign | undefined,
): Promise<CheckedForm> {
  const privacy = checkPrivacy(who, element, campaign);
  const { deliver } = element as Form;
  if (deliver) {
    const found = 'Submissions go to the page’s own deliver function.';
    return { findings: [...privacy, fine(who, found)] };
  }
  const checked = await checkEndpoint(who, element, campaign?.endpoint);
  return { ...checked, findings: [...privacy, ...checked.findings] };
}

function checkPrivacy(
  who: string,
  element: HTMLElement,
  campaign: Campaign | undefined,
): Finding[] {
  const address =
    (element.getAttribute('privacy') ?? (element as Form).privacy) || campaign?.privacy?.url;
  if (!address) {
    const found = 'There is no link to a privacy policy.';
    return [problem(who, 'doctor/privacy-missing', found)];
  }
  if (webLink(address, element.baseURI)) return [];
  const found = `privacy="${plainAddress(address, element.baseURI)}" is no web address.`;
  return [problem(who, 'pro-kid/privacy-url', found)];
}

async function checkEndpoint(
  who: string,
  element: HTMLElement,
  ofFile: Campaign['endpoint'],
): Promise<CheckedForm> {
  const { endpoint: url, format, fields, extra, more } = targetOf(element, ofFile);
  if (!url) return wrong(who, 'no-endpoint', 'There is no endpoint, so visitors see no form.');

  const verdict = vetEndpoint(url, element.baseURI);
  const address = plainAddress(url, element.baseURI);
  if ('error' in verdict) return wrong(who, verdict.error, `${address} cannot be used.`);
  if (!isFormatName(format)) return wrong(who, 'format', `There is no format "${format}".`);
  if (!isTexts(fields) || !isTexts(extra)) {
    return wrong(who, 'format-settings', 'fields or extra is no JSON of texts.');
  }
  const endpoint: Endpoint = {
    ...verdict.endpoint,
    format,
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(Object.keys(extra).length > 0 && { extra }),
    ...more,
  };
  const request = await requestTo(endpoint);
  if ('outcome' in request) {
    const { reason = 'it cannot be used so' } = request as { reason?: string };
    return wrong(who, 'configuration', `${address}: ${reason}.`);
  }
  const { warning } = verdict;
  const findings = warning
    ? [problem(who, `pro-kid/${warning}`, `${address} is on plain http.`)]
    : [fine(who, `Submissions go to ${address}, in the format ${format}.`)];
  return { findings, testable: { who, endpoint, request } };
}

/** Where a form sends to: as it says itself, else by its attributes, else by the campaign's file. */
function targetOf(element: HTMLElement, ofFile: Campaign['endpoint']): FormTarget {
  const attribute = (name: string) => element.getAttribute(name) ?? '';
  const target = (element as Form).target ?? {
    endpoint: attribute('endpoint'),
    format: attribute('format') || 'json',
    fields: textsIn(attribute('fields')),
    extra: textsIn(attribute('extra')),
  };
  return !target.endpoint && ofFile ? campaignTarget(ofFile) : target;
}

/** As an element reads such an attribute: null where it is no JSON. */
function textsIn(json: string): FormTarget['fields'] {
  try {
    return JSON.parse(json || '{}') as FormTarget['fields'];
  } catch {
    return null;
  }
}

/** What the format would make of a submission. It is a pure function: nothing is sent. */
async function requestTo(endpoint: Endpoint): Promise<TestableEndpoint['request'] | Outcome> {
  const format = await loadFormat(endpoint);
  return format.request(SAMPLE, endpoint);
}

const SAMPLE: NamedSubmission = {
  version: 1,
  id: '00000000-0000-4000-8000-000000000000',
  type: 'join',
  member: { kind: 'individual', givenName: 'Test', email: 'test@example.org' },
  consents: [],
  source: { page: 'https://example.org/', widget: 'pro-kid-doctor', widgetVersion: '0.0.0' },
  language: 'en',
  submittedAt: '2026-01-01T00:00:00.000Z',
};

const wrong = (
  who: string,
  code: Extract<Finding['code'], `pro-kid/${string}`> extends `pro-kid/${infer Code}`
    ? Code
    : never,
  found: string,
): CheckedForm => ({ findings: [problem(who, `pro-kid/${code}`, found)] });
