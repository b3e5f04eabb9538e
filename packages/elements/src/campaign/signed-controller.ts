import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SubmissionType } from '@pro-kid/contract';
import type { DeliveredEvent } from '../delivery/delivery.events.ts';

interface Host extends ReactiveControllerHost, HTMLElement {
  /** The campaign's id. */
  campaign: string;
}

/** Knows whether a campaign was signed on this page view, in its element or in another one. */
export class SignedController implements ReactiveController {
  readonly #host: Host;
  readonly #type: SubmissionType;
  readonly #onOwn: () => void;
  hasSigned = false;

  /** @param onOwn Is called once it was signed in the element itself. */
  constructor(host: Host, type: SubmissionType, onOwn: () => void) {
    this.#host = host;
    this.#type = type;
    this.#onOwn = onOwn;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('pro-kid-delivered', this.#onDelivered);
  }

  hostDisconnected(): void {
    document.removeEventListener('pro-kid-delivered', this.#onDelivered);
  }

  readonly #onDelivered = (event: DeliveredEvent): void => {
    if (event.campaign !== this.#host.campaign || event.submissionType !== this.#type) return;
    this.hasSigned = true;
    this.#host.requestUpdate();
    if (event.composedPath()[0] === this.#host) this.#onOwn();
  };
}
