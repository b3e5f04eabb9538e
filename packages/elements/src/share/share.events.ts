import { NativeEvent } from '../delivery/native-event.ts';
import type { Channel } from './channels.ts';

/** Fires when the visitor shares the link in one of the ways. It says nothing of the visitor. */
export class ShareEvent extends NativeEvent {
  /** How: `native`, `copy`, `code`, or the name of a link's service. */
  readonly channel: Channel;

  constructor(channel: Channel) {
    super('pro-kid-share', { bubbles: true, composed: true });
    this.channel = channel;
  }
}

declare global {
  interface HTMLElementEventMap {
    'pro-kid-share': ShareEvent;
  }
}
