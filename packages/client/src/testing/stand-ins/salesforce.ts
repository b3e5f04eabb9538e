import { fieldsOf, isForm, startStandIn } from './stand-in.ts';

type Lead = Record<string, string>;

const STANDARD = new Set([
  'first_name',
  'last_name',
  'email',
  'company',
  'phone',
  'title',
  'URL',
  'city',
  'state',
  'zip',
  'country',
  'lead_source',
  'Campaign_ID',
  'recordType',
]);

export interface SalesforceSettings {
  /** A rule of the organization that keeps a person out who is in already. */
  duplicateRule?: boolean;
}

/**
 * Salesforce Web-to-Lead. It answers everything with the same page, which no page of others may read:
 * a lead without a last name or a company, of an unknown organization, or against a rule, is dropped.
 */
export function startSalesforce({ duplicateRule = false }: SalesforceSettings = {}) {
  const addresses = new Set<string>();
  return startStandIn<Lead>({
    cors: 'none',
    answer(request, keep) {
      const page = { status: 200, body: '<p>Your request has been queued.</p>' };
      if (request.path !== '/servlet/servlet.WebToLead') return { status: 404 };
      if (request.method !== 'POST' || !isForm(request)) return page;
      const { oid, ...fields } = fieldsOf(request);
      const isComplete = oid === '00D000000000001' && fields['last_name'] && fields['company'];
      const isKnown = duplicateRule && addresses.has(fields['email']!);
      addresses.add(fields['email']!);
      const isOwn = (name: string) => STANDARD.has(name) || /^00N\w+$/.test(name);
      const lead = Object.entries(fields).filter(([name]) => isOwn(name));
      if (isComplete && !isKnown) keep(Object.fromEntries(lead));
      return page;
    },
  });
}
