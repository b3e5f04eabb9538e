import { fieldsOf, isForm, startStandIn } from './stand-in.ts';

export interface NetlifySettings {
  /** The names in the form that stood in the site when it was deployed. */
  fields: readonly string[];
  honeypot?: string;
}

/** A Netlify site with a form called `join`. It answers with its page, also to what it takes for spam. */
export const startNetlify = ({ fields: known, honeypot }: NetlifySettings) =>
  startStandIn<Record<string, string>>({
    cors: 'none',
    answer(request, keep) {
      const page = { status: 200, body: '<!doctype html><title>Join us</title>' };
      if (request.method !== 'POST') return page;
      const { 'form-name': name, ...fields } = fieldsOf(request);
      if (!isForm(request) || name !== 'join') return { status: 404, body: '<p>Not found</p>' };
      const entries = Object.entries(fields).filter(([field]) => known.includes(field));
      if (!honeypot || !fields[honeypot]) keep(Object.fromEntries(entries));
      return page;
    },
  });
