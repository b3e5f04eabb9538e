import type { FieldError, Verdict } from '@pro-kid/contract';
import { answerRule } from '@pro-kid/contract/rules';
import { checkSender, inputAt as memberInputAt, type Said } from '../form/check-form.ts';
import { errorMessage as memberErrorMessage } from '../form/error-templates.ts';
import type { FormController } from '../form/form-controller.ts';
import { fill } from '../messages/messages.ts';
import type { CampaignElement } from './campaign-element.ts';
import type { CampaignMessages } from './messages/campaign-messages.ts';
import { inputOf, type ShownQuestion } from './shown-campaign.ts';

/** The form of a campaign is that of its element. */
const elementOf = ({ host }: FormController) => host as unknown as CampaignElement;

type Checked<Value> = { errors: FieldError[]; value: Value };

/** Checks all that a campaign's form asks, in the order in which it asks. */
export function check(form: FormController): Verdict<Said> {
  const element = elementOf(form);
  const isPledge = form.options.type === 'pledge';
  if (element.isAnonymous) {
    const nothing = { commitments: [], showName: false };
    return {
      valid: true,
      value: { member: { kind: 'anonymous' }, ...(isPledge && { pledge: nothing }) },
    };
  }
  const ticked = checkCommitments(form);
  const sender = checkSender(form);
  const answered = checkAnswers(form);
  const comment = checkComment(form);
  const errors = [
    ...ticked.errors,
    ...(sender.valid ? [] : sender.errors),
    ...answered.errors,
    ...comment.errors,
    ...checkConsents(form),
  ];
  if (!sender.valid || errors.length > 0) return { valid: false, errors };
  const said = {
    ...(comment.value && { comment: comment.value }),
    showName: form.inputs.isTicked('show-name'),
  };
  return {
    valid: true,
    value: {
      member: sender.value,
      ...(isPledge ? { pledge: { commitments: ticked.value, ...said } } : { petition: said }),
      ...(Object.keys(answered.value).length > 0 && { answers: answered.value }),
    },
  };
}

/** Those that are required, and one at least. */
function checkCommitments(form: FormController): Checked<string[]> {
  const commitments = elementOf(form).shown?.commitments ?? [];
  const isTicked = ({ id }: { id: string }) => form.inputs.isTicked(`commitment-${id}`);
  const value = commitments.filter(isTicked).map(({ id }) => id);
  const missing = commitments.filter((each) => each.isRequired && !isTicked(each));
  const errors = missing.map(({ id }) => ({
    pointer: `/pledge/commitments/${id}`,
    code: 'required',
  }));
  if (commitments.length > 0 && value.length === 0 && errors.length === 0) {
    errors.push({ pointer: '/pledge/commitments', code: 'required' });
  }
  return { errors, value };
}

function checkAnswers(form: FormController): Checked<Record<string, string>> {
  const errors: FieldError[] = [];
  const value: Record<string, string> = {};
  for (const question of elementOf(form).shown?.questions ?? []) {
    const pointer = `/answers/${question.name}`;
    const answer = answerTo(form, question);
    const code = answer
      ? answerRule.findFault(answer)
      : question.isRequired
        ? 'required'
        : undefined;
    if (code) errors.push({ pointer, code });
    else if (question.type === 'checkbox') value[question.name] = answer ? 'yes' : 'no';
    else if (answer) value[question.name] = answer;
  }
  return { errors, value };
}

function answerTo(form: FormController, question: ShownQuestion): string {
  const name = inputOf(question);
  if (question.type === 'text') return answerRule.normalize(form.inputs.get(name)?.value ?? '');
  if (question.type === 'checkbox') return form.inputs.isTicked(name) ? 'yes' : '';
  const ticked = form.host.renderRoot.querySelectorAll<HTMLInputElement>(
    `[name="${name}"]:checked`,
  );
  return [...ticked].map(({ value }) => value).join(', ');
}

function checkComment(form: FormController): Checked<string> {
  const pointer = `/${form.options.type}/comment`;
  const input = form.inputs.get('comment');
  const value = answerRule.normalize(input?.value ?? '');
  const code = answerRule.findFault(value) ?? (input?.required && !value ? 'required' : undefined);
  return { errors: code ? [{ pointer, code }] : [], value };
}

function checkConsents(form: FormController): FieldError[] {
  return form.options
    .consents(form.texts)
    .flatMap(({ id, isRequired }, index) =>
      isRequired && !form.inputs.isTicked(`consent-${id}`)
        ? [{ pointer: `/consents/${index}`, code: 'required' }]
        : [],
    );
}

/** The input that an error belongs to, of the campaign's own or of the member's. */
export function inputAt(form: FormController, pointer: string): string | undefined {
  const [, part, ...tokens] = pointer.replace(/^#/, '').split('/');
  const [first = '', second] = tokens;
  const { commitments = [], questions = [] } = elementOf(form).shown ?? {};
  if (first === 'comment' && part === form.options.type) return first;
  if (part === 'pledge' && first === 'commitments') {
    const at = commitments.find(({ id }, index) => id === second || String(index) === second);
    const { id } = at ?? commitments[0] ?? {};
    return id && `commitment-${id}`;
  }
  if (part === 'answers') {
    const asked = questions.find(({ name }) => name === first);
    return asked && inputOf(asked);
  }
  if (part === 'consents') {
    const id = form.options.consents(form.texts)[Number(first)]?.id;
    return id && `consent-${id}`;
  }
  return memberInputAt(form, pointer);
}

/** Our own words for an error at an input of the campaign's own. */
export function errorMessage(form: FormController, error: FieldError): string {
  const { pointer, code } = error;
  const name = inputAt(form, pointer) ?? '';
  const { errors } = form.allTexts;
  const { label, key } = labelAndKey(form, name, pointer);
  if (!label) return memberErrorMessage(form, error);
  const isMissing = code === 'required';
  const text = isMissing ? errors[key] : (errors[String(code)] ?? error.detail ?? errors['other']);
  return fill(text!, { label: shortened(label) });
}

const LONGEST = 60;

/** The first words of a long label, since the whole of it stands beside the error. */
function shortened(label: string): string {
  if (label.length <= LONGEST) return label;
  return `${label.slice(0, LONGEST).replace(/\s+\S*$/, '')}…`;
}

function labelAndKey(form: FormController, name: string, pointer: string) {
  const { commitments = [], questions = [] } = elementOf(form).shown ?? {};
  const [kind, ...rest] = name.split('-');
  const id = rest.join('-');
  if (kind === 'commitment') {
    const label = commitments.find((each) => each.id === id)?.text ?? '';
    return { label, key: pointer.endsWith('/commitments') ? 'commitments' : 'commitment' };
  }
  if (kind === 'consent') {
    const label = form.options.consents(form.texts).find((each) => each.id === id)?.text ?? '';
    return { label, key: 'consent' };
  }
  if (kind === 'answer') {
    const asked = questions.find((each) => inputOf(each) === name);
    const key = asked?.type === 'text' ? 'question' : (asked?.type ?? 'question');
    return { label: asked?.label ?? '', key };
  }
  return { label: name === 'comment' ? (form.texts as CampaignMessages).comment : '', key: name };
}
