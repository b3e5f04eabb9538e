/** Every element that a page may use by its tag, and how its code arrives when it is first met. */
export const widgets: Readonly<Record<string, () => Promise<unknown>>> = {
  'pro-kid-doctor': () => import('./doctor.ts'),
  'pro-kid-fact-card': () => import('./fact-card.ts'),
  'pro-kid-fact-deck': () => import('./fact-deck.ts'),
  'pro-kid-join': () => import('@pro-kid/elements/define/join.js'),
  'pro-kid-petition': () => import('./petition.ts'),
  'pro-kid-pledge': () => import('./pledge.ts'),
  'pro-kid-progress': () => import('@pro-kid/elements/define/progress.js'),
  'pro-kid-share': () => import('@pro-kid/elements/define/share.js'),
};
