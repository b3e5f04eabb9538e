import { DatabaseSync } from 'node:sqlite';
import type { Submission } from '@pro-kid/contract';
import { canonicalJson, fingerprint } from '../canonical-json.ts';

/** The tables as the first migration made them, to the letter. */
const FIRST_TABLES = `
  CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
  CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
  CREATE TABLE "submissions" ("id" text not null primary key, "fingerprint" text not null, "type" text not null, "kind" text not null, "email" text not null, "campaign" text, "partner" text, "body" text not null, "received_at" text not null) strict;
  CREATE TABLE "counts" ("kind" text not null primary key, "total" integer not null) strict;
  CREATE TABLE "probe" ("id" integer not null primary key, "written_at" text not null) strict;
  INSERT INTO kysely_migration VALUES ('0001-submissions', '2026-11-01T00:00:00.000Z');
  INSERT INTO kysely_migration_lock VALUES ('migration_lock', 0);
`;

/** A file of the first version, with submissions kept and counted as that version did. */
export function writeFirstFile(file: string, submissions: readonly Submission[]): void {
  const database = new DatabaseSync(file);
  database.exec(FIRST_TABLES);
  const keep = database.prepare('insert into submissions values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const count = database.prepare(
    'insert into counts values (?, 1) on conflict (kind) do update set total = total + 1',
  );
  for (const submission of submissions) {
    const { id, type, member, source } = submission;
    const email = member.kind === 'anonymous' ? '' : member.email;
    const { campaign = null, partner = null } = source;
    const body = canonicalJson(submission);
    const print = fingerprint(submission);
    keep.run(id, print, type, member.kind, email, campaign, partner, body, '2026-11-02T00:00:00Z');
    count.run(member.kind);
  }
  database.close();
}
