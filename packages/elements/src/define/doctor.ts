import { DoctorElement } from '../doctor/doctor-element.ts';

// Not by `define`, which keeps elements out where a page's policy lets none be written: it must say that.
if (!customElements.get('pro-kid-doctor')) {
  customElements.define('pro-kid-doctor', DoctorElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'pro-kid-doctor': DoctorElement;
  }
}
