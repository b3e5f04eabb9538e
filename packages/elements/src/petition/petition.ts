/** The public entry `@pro-kid/elements/petition.js`: the class, unregistered, and the types around it. */
export type { Companions } from '../campaign/companions.ts';
export { DeliveredEvent, FailedEvent, SubmittingEvent } from '../delivery/delivery.events.ts';
export type { FieldPresence } from '../form/fields.ts';
export type { Deliver } from '../form/form-controller.ts';
export type { Prefill } from '../form/form-inputs.ts';
export { ReadyEvent } from '../ready/ready.event.ts';
export { PetitionElement } from './petition-element.ts';
