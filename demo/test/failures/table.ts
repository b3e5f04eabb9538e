import type { Outcome } from '@pro-kid/client';
import { behaviours, receiptOf } from './behaviours.ts';
import { answer, type Behaviour } from './failure-server.ts';
import { words, type Words } from './words.ts';

/** A part of an Outcome: what is not said may be anything. */
export type Expected = { outcome: Outcome['outcome'] } & Record<string, unknown>;

/** What a server does, what is known then, and what the visitor reads. */
export interface Failure {
  title: string;
  does: Behaviour;
  refusesPreflight?: boolean;
  becomes: Expected;
  /** Where Node learns more, since it lets everybody read every answer. */
  inNode?: Expected;
  reads: readonly Words[];
}

const confirmed: Expected = { outcome: 'confirmed', receipt: { status: 'confirmed' } };
const network: Expected = { outcome: 'unreachable', cause: 'network' };
const cut: Expected = { outcome: 'unreachable', cause: 'cut' };
const timeout: Expected = { outcome: 'unreachable', cause: 'timeout' };
const refused = (status: number): Expected => ({ outcome: 'refused', code: 'status', status });
const unreadable: Expected = { outcome: 'refused', code: 'unreadable-answer', status: 200 };
const redirected: Expected = { outcome: 'refused', code: 'redirected' };
const rejected: Expected = { outcome: 'refused', code: 'rejected' };
const serverError = (status: number): Expected => ({
  outcome: 'unreachable',
  cause: 'server',
  status,
});
const invalid = (pointer: string): Expected => ({ outcome: 'invalid', errors: [{ pointer }] });
const emailError = (pointer: string) => ({ errors: [{ pointer, code: 'email' }] });

/** Thanked, each in words that claim no more than is known. */
const thanked: Failure[] = [
  { title: 'keeps it', does: answer(201, receiptOf), becomes: confirmed, reads: [words.in] },
  {
    title: 'keeps it until it is confirmed by e-mail',
    does: answer(202, ({ id }) => ({ id, status: 'pending' })),
    becomes: { outcome: 'confirmed', receipt: { status: 'pending' } },
    reads: [words.oneMoreStep],
  },
  { title: '204', does: answer(204), becomes: { outcome: 'accepted' }, reads: [words.taken] },
  {
    title: '200 with an object that says nothing',
    does: answer(200, {}),
    becomes: { outcome: 'accepted' },
    reads: [words.taken],
  },
  {
    title: '409 for somebody who is in already',
    does: answer(409, { type: '/problems/duplicate' }),
    becomes: { outcome: 'duplicate' },
    reads: [words.alreadyIn],
  },
];

/** Nobody knows whether it is kept. */
const unknown: Failure[] = [
  {
    title: 'keeps it, but lets no page read the answer',
    does: behaviours.keepsItInSilence,
    becomes: network,
    inNode: confirmed,
    reads: [words.notReached],
  },
  {
    title: 'refuses the preflight',
    does: answer(201, receiptOf),
    refusesPreflight: true,
    becomes: network,
    inNode: confirmed,
    reads: [words.notReached],
  },
  {
    title: 'closes the connection',
    does: behaviours.closesTheConnection,
    becomes: network,
    reads: [words.notReached],
  },
  {
    title: '201, then the connection is cut in the body',
    does: behaviours.breaksOffInTheAnswer,
    becomes: cut,
    reads: [words.notReached],
  },
  {
    title: '201, then a reset after the headers',
    does: behaviours.resetsAfterTheHeaders,
    becomes: { outcome: 'unreachable' },
    reads: [words.notReached],
  },
  {
    title: 'never answers',
    does: behaviours.neverAnswers,
    becomes: timeout,
    reads: [words.late],
  },
  {
    title: 'stops in the middle of the headers',
    does: behaviours.stopsInTheHeaders,
    becomes: timeout,
    reads: [words.late],
  },
  {
    title: 'stops in the middle of the body',
    does: behaviours.stopsInTheAnswer,
    becomes: timeout,
    reads: [words.late],
  },
  ...[500, 502, 504].map((status) => ({
    title: String(status),
    does: answer(status, { title: 'Failed' }),
    becomes: serverError(status),
    reads: [words.failed],
  })),
];

/** An answer that came, and is no acknowledgement. */
const unclear: Failure[] = [
  ...([301, 302, 303, 307, 308].map((status) => ({
    title: `${status} to another address`,
    does: (post) =>
      post.request.url === '/submissions'
        ? answer(status, '', { location: '/elsewhere' })(post)
        : answer(201, receiptOf)(post),
    becomes: redirected,
    reads: [words.unclear],
  })) satisfies Failure[]),
  {
    title: '200 with a page, such as of a captive portal',
    does: answer(200, '<!doctype html><title>Free Wi-Fi</title>', { 'content-type': 'text/html' }),
    becomes: unreadable,
    reads: [words.unclear],
  },
  {
    title: '200 with broken JSON',
    does: answer(200, '{"id": "1", "status": '),
    becomes: unreadable,
    reads: [words.unclear],
  },
  {
    title: '200 with an answer that is far too long',
    does: answer(200, (submission) => ({ ...receiptOf(submission), padding: 'x'.repeat(2e6) })),
    becomes: unreadable,
    reads: [words.unclear],
  },
  {
    title: '200 with an answer that has no end',
    does: behaviours.answersWithoutEnd,
    becomes: unreadable,
    reads: [words.unclear],
  },
];

/** It says that it did not keep it. */
const notTaken: Failure[] = [
  ...[304, 400, 401, 403, 404, 409, 410, 413, 415, 422].map((status) => ({
    title: `${status} that says no more`,
    does: answer(status, status === 304 ? '' : { title: 'No' }),
    becomes: refused(status),
    reads: [words.refused],
  })),
  {
    title: '403 that asks for a captcha',
    does: answer(403, { title: 'Solve the captcha first' }),
    becomes: { outcome: 'refused', code: 'captcha', hostedPage: 'https://crm.example/join' },
    reads: [words.refused, words.hostedPage],
  },
  {
    title: "200 with somebody else's receipt",
    does: answer(200, { id: 'another', status: 'confirmed' }),
    becomes: rejected,
    reads: [words.refused],
  },
  {
    title: '200 with an error in the body',
    does: answer(200, { error: 'No such form' }),
    becomes: rejected,
    reads: [words.refused],
  },
  {
    title: '429 that says when to try again',
    does: answer(429, '', { 'retry-after': '30' }),
    becomes: { outcome: 'limited', retryAfter: 30 },
    reads: [words.busy, words.inHalfAMinute],
  },
  {
    title: '429 that names a time to try again',
    does: behaviours.namesATimeToTryAgain,
    becomes: { outcome: 'limited' },
    reads: [words.busy, words.inThreeMinutes],
  },
  {
    title: '429 that says when to try again in its body',
    does: answer(429, { retryAfter: 30 }),
    becomes: { outcome: 'limited', retryAfter: 30 },
    reads: [words.busy, words.inHalfAMinute],
  },
  {
    title: '429 whose Retry-After no page may read',
    does: behaviours.hidesWhenToTryAgain,
    becomes: { outcome: 'limited' },
    inNode: { outcome: 'limited', retryAfter: 30 },
    reads: [words.busy],
  },
  ...[429, 503].map((status) => ({
    title: `${status} that says no more`,
    does: answer(status),
    becomes: { outcome: 'limited' } as const,
    reads: [words.busy],
  })),
];

/** Fields need mending. */
const wrongFields: Failure[] = [
  {
    title: '422 with a pointer',
    does: answer(422, emailError('/member/email')),
    becomes: invalid('/member/email'),
    reads: [words.email],
  },
  {
    title: '422 with a pointer as a fragment',
    does: answer(422, emailError('#/member/email')),
    becomes: invalid('#/member/email'),
    reads: [words.email],
  },
  {
    title: '400 with several pointers',
    does: answer(400, {
      errors: [
        { pointer: '/member/postalCode', code: 'postal-code' },
        ...emailError('/member/email').errors,
      ],
    }),
    becomes: { outcome: 'invalid' },
    reads: [words.email, words.postalCode],
  },
  {
    title: '422 about what the form does not have',
    does: answer(422, { errors: [{ pointer: '/list', detail: 'The list is full' }] }),
    becomes: invalid('/list'),
    reads: [words.ownDetail],
  },
  {
    title: '422 about what the form does not have, without words',
    does: answer(422, { errors: [{ pointer: '/list' }] }),
    becomes: invalid('/list'),
    reads: [words.somethingElse],
  },
];

export const failures: readonly Failure[] = [
  ...thanked,
  ...unknown,
  ...unclear,
  ...notTaken,
  ...wrongFields,
];
