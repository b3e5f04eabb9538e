/**
 * Every element that a page may use by its tag, and how its code arrives when it is first met. What
 * its module exports is not handed on: the bundler would have to build it.
 */
export const widgets: Readonly<Record<string, () => Promise<void>>> = {
  'pro-kid-fact-card': () => import('./fact-card.ts').then(() => undefined),
  'pro-kid-fact-deck': () => import('./fact-deck.ts').then(() => undefined),
  'pro-kid-join': () => import('@pro-kid/elements/define/join.js').then(() => undefined),
  'pro-kid-petition': () => import('./petition.ts').then(() => undefined),
  'pro-kid-pledge': () => import('./pledge.ts').then(() => undefined),
  'pro-kid-progress': () =>
    import('@pro-kid/elements/define/progress.js').then(() => undefined),
  'pro-kid-share': () => import('@pro-kid/elements/define/share.js').then(() => undefined),
};
