import { DoctorElement } from '../doctor/doctor-element.ts';
import { define } from './define.ts';

define('pro-kid-doctor', DoctorElement);

declare global {
  interface HTMLElementTagNameMap {
    'pro-kid-doctor': DoctorElement;
  }
}
