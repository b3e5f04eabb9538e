import { NativeEvent } from '../delivery/native-event.ts';

/** Fires when the visitor presses the card's own action; cancel it to do something else. */
export class ActEvent extends NativeEvent {
  /** The issue's id; empty where it has none. */
  readonly issue: string;

  constructor(issue: string) {
    super('pro-kid-act', { bubbles: true, composed: true, cancelable: true });
    this.issue = issue;
  }
}

declare global {
  interface HTMLElementEventMap {
    'pro-kid-act': ActEvent;
  }
}
