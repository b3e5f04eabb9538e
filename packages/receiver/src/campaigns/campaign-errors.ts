import type { Campaign, FieldError, Submission } from '@pro-kid/contract';
import { answerErrors } from './answer-errors.ts';
import { wrong } from './field-error.ts';

/**
 * What is wrong with a pledge or petition by the file of its campaign, by JSON Pointer. How old
 * somebody is cannot be known here: whoever is too young sends no name, and is asked for nothing more.
 */
export function campaignErrors(campaign: Campaign, submission: Submission): FieldError[] {
  if (campaign.test) {
    return [wrong('/source/campaign', 'test', 'This campaign is in test mode and takes nothing.')];
  }
  if (campaign.type !== submission.type) {
    return [wrong('/type', 'type', `This campaign is a ${campaign.type}.`)];
  }
  const unknown = unknownCommitments(campaign, submission);
  if (submission.member.kind === 'anonymous') {
    return campaign.privacy?.countYounger ? unknown : [...unknown, kindError];
  }
  return [
    ...unknown,
    ...memberErrors(campaign, submission),
    ...missingCommitments(campaign, submission),
    ...commentErrors(campaign, submission),
    ...answerErrors(campaign.custom ?? [], submission.answers ?? {}),
    ...consentErrors(campaign, submission),
  ];
}

const kindError = wrong('/member/kind', 'type', 'This campaign does not take this kind of signer.');

function memberErrors({ kinds, fields }: Campaign, { member }: Submission): FieldError[] {
  if (member.kind === 'anonymous' || (kinds && !kinds.includes(member.kind))) return [kindError];
  return (['telephone', 'postalCode'] as const)
    .filter((field) => fields?.[field] === 'required' && !member[field])
    .map((field) => wrong(`/member/${field}`, 'required', 'This campaign asks for it.'));
}

function unknownCommitments({ commitments }: Campaign, { pledge }: Submission): FieldError[] {
  const known = new Set(commitments?.map(({ id }) => id));
  return (pledge?.commitments ?? []).flatMap((id, index) =>
    known.has(id)
      ? []
      : [wrong(`/pledge/commitments/${index}`, 'unknown', 'The campaign has no such commitment.')],
  );
}

function missingCommitments({ commitments }: Campaign, { pledge }: Submission): FieldError[] {
  const made = new Set(pledge?.commitments);
  const missing = (commitments ?? []).filter(({ id, required }) => required && !made.has(id));
  return missing.length === 0
    ? []
    : [wrong('/pledge/commitments', 'required', `This campaign needs: ${idsOf(missing)}.`)];
}

function commentErrors({ type, fields }: Campaign, submission: Submission): FieldError[] {
  if (fields?.comment !== 'required' || submission[type]?.comment) return [];
  return [wrong(`/${type}/comment`, 'required', 'This campaign asks for it.')];
}

/** A required consent must be there, and be a "yes" each time that it is. */
function consentErrors(campaign: Campaign, { consents }: Submission): FieldError[] {
  const required = (campaign.consents ?? []).filter((consent) => consent.required);
  const missing = required.filter(({ id }) => !consents.some((consent) => consent.id === id));
  const refused = consents.flatMap(({ id, granted }, index) =>
    !granted && required.some((consent) => consent.id === id)
      ? [wrong(`/consents/${index}/granted`, 'required', 'This campaign needs this consent.')]
      : [],
  );
  return missing.length === 0
    ? refused
    : [wrong('/consents', 'required', `This campaign needs: ${idsOf(missing)}.`), ...refused];
}

const idsOf = (parts: readonly { id: string }[]) => parts.map(({ id }) => id).join(', ');
