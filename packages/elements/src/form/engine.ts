import { readSource } from '../delivery/source.ts';
import { check, inputAt } from './check-form.ts';
import { errorMessage, errorSummary } from './error-templates.ts';
import { failureText, failureTitle } from './failure-template.ts';
import { FormDelivery } from './form-delivery.ts';

/**
 * What a form needs only once somebody has filled it in: checking, sending, and saying what became
 * of it. It is a module of its own so that a page can show the form before this has arrived.
 */
export const formEngine = {
  check,
  inputAt,
  errorMessage,
  errorSummary,
  failureText,
  failureTitle,
  FormDelivery,
  readSource,
};
