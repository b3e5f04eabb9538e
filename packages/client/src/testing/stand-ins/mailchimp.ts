import { fieldsOf, isForm, looksLikeEmail, startStandIn } from './stand-in.ts';

type Member = Record<string, string>;

const MESSAGES = {
  captcha: 'captcha',
  'too many': 'Too many subscribe attempts for this email address. (#6592)',
  'too recent': 'ana@example.org has too many recent signup requests',
} as const;

export interface MailchimpSettings {
  scenario?: keyof typeof MESSAGES;
  /** Whether the audience confirms each address by e-mail. */
  confirmsByMail?: boolean;
}

/** An audience of Mailchimp with `u=abc` and `id=def`: its form (`post`) and its script (`post-json`). */
export function startMailchimp({ scenario, confirmsByMail = false }: MailchimpSettings = {}) {
  const addresses = new Set<string>();
  const subscribe = (sent: Member, keep: (member: Member) => void) => {
    const { u, id, c: _callback, f_id: _form, b_abc_def: trap, ...fields } = sent;
    const email = fields['EMAIL'] ?? '';
    if (u !== 'abc' || id !== 'def') return failure('Invalid list');
    if (scenario) return failure(MESSAGES[scenario]);
    if (!looksLikeEmail(email)) return failure('0 - An email address must contain a single @');
    if (!fields['FNAME']) return failure('1 - Please enter a value');
    if (addresses.has(email)) {
      const link = '<a href="https://movement.example/profile">Click here to update</a>';
      return failure(`${email} is already subscribed to list Kids. ${link}`);
    }
    if (trap === '') {
      addresses.add(email);
      keep(fields);
    }
    return success(
      confirmsByMail
        ? 'Almost finished... We need to confirm your email address.'
        : 'Thank you for subscribing!',
    );
  };

  return startStandIn<Member>({
    cors: 'none',
    answer(request, keep) {
      const asked = Object.fromEntries(request.query);
      if (request.path === '/subscribe/post' && request.method === 'POST' && isForm(request)) {
        const { msg } = subscribe({ ...asked, ...fieldsOf(request) }, keep);
        return { status: 200, body: `<!doctype html><p>${msg}</p>` };
      }
      if (request.path !== '/subscribe/post-json' || request.method !== 'GET') {
        return { status: 404 };
      }
      const script = `${asked['c']}(${JSON.stringify(subscribe(asked, keep))})`;
      return { status: 200, body: script, headers: { 'content-type': 'text/javascript' } };
    },
  });
}

const failure = (msg: string) => ({ result: 'error', msg });
const success = (msg: string) => ({ result: 'success', msg });
