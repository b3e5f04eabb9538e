import { NativeEvent } from '../delivery/native-event.ts';

/** Fires once, when the element can be used. */
export class ReadyEvent extends NativeEvent {
  constructor() {
    super('pro-kid-ready', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'pro-kid-ready': ReadyEvent;
  }
}
