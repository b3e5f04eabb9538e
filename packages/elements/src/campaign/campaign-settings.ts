import type { Campaign, MemberKind } from '@pro-kid/contract';
import type { CampaignElement } from './campaign-element.ts';
import { readPageAddress } from './page-address.ts';

type Settings = Partial<Pick<CampaignElement, 'campaign' | 'kinds' | 'privacy' | 'test'>>;

/**
 * Sets an element as its campaign's file says. What the file before it said goes, and the page's own
 * setting comes back, so that a file can be changed while it is on show.
 */
export class CampaignSettings {
  readonly #element: CampaignElement;
  #written: Settings = {};
  #before: Settings = {};

  constructor(element: CampaignElement) {
    this.#element = element;
    const { kind, partner, language } = readPageAddress();
    element.partner ||= partner;
    if (language && !element.lang) element.lang = language;
    if (isKind(kind)) element.kind = kind;
  }

  take({ id, fields = {}, kinds, privacy = {}, test }: Campaign): void {
    const element = this.#element;
    this.#takeBack();
    const written: Settings = {
      campaign: id,
      ...(kinds && { kinds: kinds.join(' ') }),
      ...(privacy.url && { privacy: privacy.url }),
      ...(test && { test }),
    };
    for (const name of Object.keys(written) as (keyof Settings)[]) {
      Object.assign(this.#before, { [name]: element[name] });
    }
    Object.assign(element, (this.#written = written));
    element.postalCode = fields.postalCode ?? 'optional';
    element.telephone = fields.telephone ?? 'hidden';
    if (kinds && !kinds.includes(element.kind)) element.kind = kinds[0]!;
  }

  /** Whatever the page has set since then stays. */
  #takeBack(): void {
    const element = this.#element;
    for (const name of Object.keys(this.#written) as (keyof Settings)[]) {
      if (element[name] !== this.#written[name]) continue;
      Object.assign(element, { [name]: this.#before[name] });
    }
    this.#before = {};
  }
}

const isKind = (value: string): value is MemberKind =>
  value === 'individual' || value === 'organization';
