/**
 * `doctor.js`: says to whoever looks after a page what is wrong with its widgets, in one file without Lit.
 * It shows where the page has its tag, or in a corner where the page allows it with `data-doctor` and the
 * address asks for it with `?pro-kid-doctor`.
 */
import '@pro-kid/elements/define/doctor.js';

const isAsked = new URLSearchParams(location.search).has('pro-kid-doctor');
const isAllowed = document.querySelector('[data-doctor]');

if (isAsked && isAllowed && !document.querySelector('pro-kid-doctor')) {
  const doctor = document.createElement('pro-kid-doctor');
  doctor.setAttribute('floating', '');
  document.body.append(doctor);
}
