/** The element that has the focus, also in a shadow root; null where none has. */
export function focused(root: DocumentOrShadowRoot = document): Element | null {
  const { activeElement: active } = root;
  if (active === document.body) return null;
  return (active?.shadowRoot && focused(active.shadowRoot)) ?? active;
}

/**
 * Calls `onLed` with the element to which a script has led the focus after the visitor did something,
 * but not where the visitor pointed at it.
 */
export function followFocus(onLed: (element: Element) => void): void {
  let isPointing = false;
  addEventListener('mousedown', () => (isPointing = true), { capture: true });
  addEventListener('mouseup', () => (isPointing = false), { capture: true });

  const lookAfter = (before: Element | null) =>
    setTimeout(() => {
      const now = focused();
      if (now && now !== before) onLed(now);
    });
  // Between two elements of one shadow root, the window hears of no focus: it is asked for.
  addEventListener('click', () => lookAfter(focused()), { capture: true });
  addEventListener('focusin', () => {
    if (!isPointing) lookAfter(null);
  });
}
