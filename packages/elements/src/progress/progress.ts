/** The public entry `@pro-kid/elements/progress.js`: the class, unregistered, and the types around it. */
export type { CountsPlaces, CountsSource } from '@pro-kid/client';
export { ReadyEvent } from '../ready/ready.event.ts';
export type { Goal } from './next-goal.ts';
export { ProgressElement } from './progress-element.ts';
