import type { LitElement } from 'lit';
import type { ActEvent } from '../fact-card/fact-card.events.ts';
import type { FactCardElement } from '../fact-card/fact-card-element.ts';
import type { FactDeckElement } from '../fact-deck/fact-deck-element.ts';
import type { DeliveredEvent, FailedEvent, SubmittingEvent } from '../delivery/delivery.events.ts';
import type { JoinElement } from '../join/join-element.ts';
import type { PetitionElement } from '../petition/petition-element.ts';
import type { PledgeElement } from '../pledge/pledge-element.ts';
import type { ProgressElement } from '../progress/progress-element.ts';
import type { ReadyEvent } from '../ready/ready.event.ts';
import type { ShareElement } from '../share/share-element.ts';
import type { ShareEvent } from '../share/share.events.ts';

/** The class of each tag. */
export interface Tags {
  'pro-kid-join': JoinElement;
  'pro-kid-pledge': PledgeElement;
  'pro-kid-petition': PetitionElement;
  'pro-kid-progress': ProgressElement;
  'pro-kid-share': ShareElement;
  'pro-kid-fact-card': FactCardElement;
  'pro-kid-fact-deck': FactDeckElement;
}

interface FormEvents {
  'pro-kid-ready': ReadyEvent;
  'pro-kid-submit': SubmittingEvent;
  'pro-kid-delivered': DeliveredEvent;
  'pro-kid-failed': FailedEvent;
}

interface CampaignEvents extends FormEvents {
  'pro-kid-share': ShareEvent;
}

/** The events of each tag, also those that bubble out of the elements in it. */
export interface TagEvents {
  'pro-kid-join': FormEvents;
  'pro-kid-pledge': CampaignEvents;
  'pro-kid-petition': CampaignEvents;
  'pro-kid-progress': Pick<FormEvents, 'pro-kid-ready'>;
  'pro-kid-share': { 'pro-kid-share': ShareEvent };
  'pro-kid-fact-card': { 'pro-kid-ready': ReadyEvent; 'pro-kid-act': ActEvent };
  'pro-kid-fact-deck': { 'pro-kid-ready': ReadyEvent; 'pro-kid-act': ActEvent };
}

/** What an element has that a tag cannot set: its methods, and what it only tells. */
type Told =
  | 'submit'
  | 'reset'
  | 'prefill'
  | 'target'
  | 'shown'
  | 'phase'
  | 'isAnonymous'
  | 'isReached'
  | 'topics';

/** The properties of an element that are its own. */
export type Properties<Element> = Omit<Element, keyof LitElement | Told>;

type Dashed<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Dashed<Rest>}`
  : Name;

/** Those with an attribute of another name, by that name: `headingLevel` as `heading-level`. */
export type Attributes<Element> = {
  [
    Name in keyof Properties<Element> & string as Name extends 'htmlFor'
      ? 'for'
      : Name extends Lowercase<Name>
        ? never
        : Dashed<Name>
  ]?: Properties<Element>[Name] | `${Properties<Element>[Name] & (string | number)}` | undefined;
};

/** All that a tag can be set to, by properties and by attributes. */
export type Settings<Element> = {
  [Name in keyof Properties<Element>]?: Properties<Element>[Name] | undefined;
} & Attributes<Element>;

/** Listeners as props: `onpro-kid-delivered`. */
export type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};
