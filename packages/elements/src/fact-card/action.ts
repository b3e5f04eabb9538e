import { warn } from '../diagnostics/warn.ts';
import { webLink } from '../form/web-link.ts';

interface Card extends HTMLElement {
  actionHref: string;
  htmlFor: string;
}

/** Where the card's action leads: a link, or `#id` of a form on the page; undefined where there is none. */
export function actionAddress(card: Card): string | undefined {
  const { actionHref, htmlFor } = card;
  const link = webLink(actionHref);
  if (actionHref && !link) {
    warn(
      card,
      'action-href',
      `action-href="${actionHref}" is no web address, so it is left out. Set an https:// address.`,
    );
  }
  return link ?? (htmlFor ? `#${encodeURIComponent(htmlFor)}` : undefined);
}

/** Brings the form that `for` names into view, and the focus into it; false where there is none. */
export function goToTarget(card: Card): boolean {
  const { htmlFor } = card;
  const root = card.getRootNode() as Document | ShadowRoot;
  const target = root.getElementById(htmlFor) ?? document.getElementById(htmlFor);
  if (!target) {
    warn(
      card,
      'for-target',
      `there is no element with id="${htmlFor}". Set for to the id of a form on this page.`,
    );
    return false;
  }
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ behavior: isCalm ? 'auto' : 'smooth', block: 'start' });
  // A form of ours takes no focus itself, but its first control does: of the two kinds, the chosen one.
  const controls = ':checked, input:enabled:not([type=radio])';
  const control = target.shadowRoot?.querySelector<HTMLElement>(controls) ?? target;
  control.focus({ preventScroll: true });
  if (!target.matches(':focus-within')) focusAnyway(target);
  return true;
}

/** What takes no focus of its own takes it this once, so that the next Tab goes on from there. */
function focusAnyway(target: HTMLElement): void {
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
}
