import { FactDeckElement } from '../fact-deck/fact-deck-element.ts';
import { define } from './define.ts';
// A deck with a file makes cards of its own.
import './fact-card.ts';

define('pro-kid-fact-deck', FactDeckElement);

declare global {
  interface HTMLElementTagNameMap {
    'pro-kid-fact-deck': FactDeckElement;
  }
}
