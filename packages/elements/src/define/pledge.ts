import { PledgeElement } from '../pledge/pledge-element.ts';
import { companions } from './companions.ts';
import { define } from './define.ts';

PledgeElement.companions = companions;
define('pro-kid-pledge', PledgeElement);

declare global {
  interface HTMLElementTagNameMap {
    'pro-kid-pledge': PledgeElement;
  }
}
