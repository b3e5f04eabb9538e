import { PetitionElement } from '../petition/petition-element.ts';
import { companions } from './companions.ts';
import { define } from './define.ts';

PetitionElement.companions = companions;
define('pro-kid-petition', PetitionElement);

declare global {
  interface HTMLElementTagNameMap {
    'pro-kid-petition': PetitionElement;
  }
}
