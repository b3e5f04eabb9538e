/** Every element that a page may use by its tag, and how its code arrives when it is first met. */
export const widgets: Readonly<Record<string, () => Promise<unknown>>> = {
  'pro-kid-join': () => import('@pro-kid/elements/define/join.js'),
};
