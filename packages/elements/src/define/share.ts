import { ShareElement } from '../share/share-element.ts';
import { define } from './define.ts';

define('pro-kid-share', ShareElement);

declare global {
  interface HTMLElementTagNameMap {
    'pro-kid-share': ShareElement;
  }
}
