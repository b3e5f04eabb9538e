import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';
import { domainTest } from '../fairness/domains.ts';
import { networkTest } from '../fairness/networks.ts';
import { canonicalEmail } from '../people/canonical-email.ts';
import type { SubmissionFilter } from './store.ts';
import type { SubmissionRow, Tables } from './tables.ts';

const ROWS_AT_ONCE = 1_000;

/**
 * Finds submissions in the order in which they came, some at a time: each time by the moment and id
 * of the last, so that it costs the same however many there are, and changes meanwhile do no harm.
 */
export async function* findSubmissions(
  database: Kysely<Tables>,
  filter: SubmissionFilter,
  atOnce = ROWS_AT_ONCE,
): AsyncGenerator<SubmissionRow[]> {
  const isFound = finalTest(filter);
  let last: SubmissionRow | undefined;
  for (;;) {
    const after = last;
    const rows = await database
      .selectFrom('submissions')
      .selectAll()
      .where((builder) =>
        builder.and([...conditionsOf(builder, filter), ...isAfter(builder, after)]),
      )
      .orderBy('received_at')
      .orderBy('id')
      .limit(atOnce)
      .execute();
    const found = rows.filter(isFound);
    if (found.length > 0) yield found;
    if (rows.length < atOnce) return;
    last = rows.at(-1);
  }
}

type Builder = ExpressionBuilder<Tables, 'submissions'>;
type Condition = Expression<SqlBool>;

function isAfter(builder: Builder, last: SubmissionRow | undefined): Condition[] {
  if (!last) return [];
  return [
    // Said twice, so that the index is used from here on.
    builder('received_at', '>=', last.received_at),
    builder.or([builder('received_at', '>', last.received_at), builder('id', '>', last.id)]),
  ];
}

function conditionsOf(builder: Builder, filter: SubmissionFilter): Condition[] {
  const { ids, email, emailDomain, network, withAddress, states, from, before } = filter;
  const { withoutLinkAt } = filter;
  const conditions: Condition[] = [];
  const isAny = (column: 'id' | 'state', values: readonly string[]) =>
    // An empty list finds nothing, where SQL has no list for it.
    conditions.push(
      values.length > 0
        ? builder(column, 'in', values as never)
        : builder(builder.val(0), '=', builder.val(1)),
    );
  if (ids) isAny('id', ids);
  if (states) isAny('state', states);
  if (email !== undefined) conditions.push(builder('mailbox', '=', canonicalEmail(email)));
  if (emailDomain !== undefined) {
    const [, domain] = canonicalEmail(`a@${emailDomain}`).split('@');
    const pattern = domain!.replace(/[!%_]/g, '!$&').replaceAll('*', '%');
    conditions.push(sql`mailbox like ${`%@${pattern}`} escape '!'`);
  }
  if (network !== undefined || withAddress) conditions.push(builder('address', 'is not', null));
  if (withoutLinkAt !== undefined) {
    const links = builder
      .selectFrom('confirmations')
      .select('token_hash')
      .whereRef('confirmations.submission_id', '=', 'submissions.id')
      .where('expires_at', '>', withoutLinkAt);
    conditions.push(builder.not(builder.exists(links)));
  }
  for (const column of ['type', 'campaign', 'partner', 'reason'] as const) {
    const value = filter[column];
    if (value !== undefined) conditions.push(builder(column, '=', value));
  }
  if (from !== undefined) conditions.push(builder('received_at', '>=', from));
  if (before !== undefined) conditions.push(builder('received_at', '<', before));
  return conditions;
}

/** In JavaScript: only one engine knows networks, and `like` takes an `@` within quotes for the last one. */
function finalTest({ network, emailDomain }: SubmissionFilter): (row: SubmissionRow) => boolean {
  const isIn = network === undefined ? undefined : networkTest([network]);
  const isAt = emailDomain === undefined ? undefined : domainTest([emailDomain]);
  return ({ address, mailbox }) => (isIn?.(address) ?? true) && (isAt?.(mailbox ?? '') ?? true);
}
