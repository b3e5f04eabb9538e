import { JoinElement } from '../join/join-element.ts';
import { define } from './define.ts';

define('pro-kid-join', JoinElement);

declare global {
  interface HTMLElementTagNameMap {
    'pro-kid-join': JoinElement;
  }
}
