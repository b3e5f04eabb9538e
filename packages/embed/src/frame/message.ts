/**
 * What a frame and the page around it say to each other. Nothing that a visitor typed is among it, nor
 * the number of a sign-up.
 */

/** What the page says to its frame, so that the frame learns where to answer. */
export interface Greeting {
  proKid: 1;
}

/** What the frame answers, and says again when something of it changes. */
export interface FrameMessage {
  proKid: 1;
  /** The height of all that stands in the frame, in pixels. */
  height: number;
  /** What the frame shows, in its visitor's language. */
  title: string;
  /** The place that the visitor is led to, in pixels below the frame's upper edge. */
  place?: { top: number; bottom: number };
  /** What has just happened. */
  event?: FrameEvent;
}

/** One of the events of a widget, less what is of one visitor. */
export interface FrameEvent {
  type: (typeof frameEvents)[number];
  facts: Partial<Record<(typeof eventFacts)[number], string>>;
}

export const frameEvents = ['pro-kid-ready', 'pro-kid-delivered', 'pro-kid-failed'] as const;
export const eventFacts = ['outcome', 'submissionType', 'kind', 'campaign'] as const;

/** Whether a message from elsewhere is in these words; nothing else of it is checked. */
export function isOurs(message: unknown): message is { proKid: 1 } & Record<string, unknown> {
  return (
    typeof message === 'object' && message !== null && 'proKid' in message && message.proKid === 1
  );
}
