import { FactCardElement } from '../fact-card/fact-card-element.ts';
import { define } from './define.ts';

define('pro-kid-fact-card', FactCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'pro-kid-fact-card': FactCardElement;
  }
}
