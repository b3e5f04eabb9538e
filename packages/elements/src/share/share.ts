/** The public entry `@pro-kid/elements/share.js`: the class, unregistered, and the types around it. */
export { ReadyEvent } from '../ready/ready.event.ts';
export type { Channel, Service } from './channels.ts';
export { ShareEvent } from './share.events.ts';
export { ShareElement } from './share-element.ts';
