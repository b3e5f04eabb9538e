import { isNetwork } from '../fairness/networks.ts';
import type { SubmissionFilter } from '../store/store.ts';
import { isDomainGlob } from './fairness-options.ts';
import { Complaint, type Flags } from './flags.ts';
import { readTime } from './times.ts';

export const FILTER_OPTIONS = {
  id: { type: 'string', multiple: true },
  email: { type: 'string' },
  'email-domain': { type: 'string' },
  network: { type: 'string' },
  type: { type: 'string' },
  campaign: { type: 'string' },
  partner: { type: 'string' },
  from: { type: 'string' },
  before: { type: 'string' },
} as const;

export const FILTER_HELP = `Which submissions: those to which all that you give applies.

  --id <id>            The id of one. Repeat it for several.
  --email <address>    All of one mailbox, however its address is written.
  --email-domain <domain>
                       Such as spam.example or *.spam.example.
  --network <network>  Such as 192.0.2.7 or 192.0.2.0/24, while the IP address
                       is kept.
  --type <type>        join, pledge or petition.
  --campaign <id>      Signed for this campaign.
  --partner <id>       Came through this partner.
  --from <time>        Received then or later: 2026-11-24 (midnight in UTC), or
                       2026-11-24T18:00:00-08:00.
  --before <time>      Received before then.
`;

/** The submissions that options ask for; an empty filter where there is none of them. */
export function readFilter(flags: Flags): SubmissionFilter {
  const emailDomain = flags.text('email-domain');
  if (emailDomain !== undefined && !isDomainGlob(emailDomain)) {
    throw new Complaint(
      `--email-domain takes a domain, such as spam.example or *.spam.example, not "${emailDomain}".`,
    );
  }
  const network = flags.text('network');
  if (network !== undefined && !isNetwork(network)) {
    throw new Complaint(
      `--network takes an IP address or a network, such as 192.0.2.0/24, not "${network}".`,
    );
  }
  const filter: SubmissionFilter = {
    ids: flags.texts('id'),
    email: readEmail(flags),
    emailDomain,
    network,
    type: flags.choice('type', ['join', 'pledge', 'petition']),
    campaign: flags.text('campaign'),
    partner: flags.text('partner'),
    from: readTime(flags, 'from'),
    before: readTime(flags, 'before'),
  };
  return filter;
}

export const isEmpty = (filter: SubmissionFilter): boolean =>
  Object.values(filter).every((value) => value === undefined);

/** What was typed is not repeated: it is a person's. */
export function readEmail(flags: Flags): string | undefined {
  const email = flags.text('email');
  if (email !== undefined && !/.@./.test(email)) {
    throw new Complaint('--email takes an e-mail address, such as ana@example.org.');
  }
  return email;
}
