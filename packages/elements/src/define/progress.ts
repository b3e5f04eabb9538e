import { ProgressElement } from '../progress/progress-element.ts';
import { define } from './define.ts';

define('pro-kid-progress', ProgressElement);

declare global {
  interface HTMLElementTagNameMap {
    'pro-kid-progress': ProgressElement;
  }
}
