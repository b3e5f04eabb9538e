/**
 * What a form needs only once somebody has filled it in: checking, sending, and saying what became
 * of it. It is a module of its own so that a page can show the form before this has arrived.
 */
export { errorMessage, errorSummary } from './error-templates.ts';
export { failureText, failureTitle } from './failure-template.ts';
export { FormDelivery } from './form-delivery.ts';
