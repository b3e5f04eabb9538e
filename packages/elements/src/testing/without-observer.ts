/** Has an old browser for a while, which cannot tell what is in view. */
export async function withoutIntersectionObserver(act: () => Promise<void>): Promise<void> {
  const { IntersectionObserver } = globalThis;
  Reflect.deleteProperty(globalThis, 'IntersectionObserver');
  try {
    await act();
  } finally {
    globalThis.IntersectionObserver = IntersectionObserver;
  }
}
