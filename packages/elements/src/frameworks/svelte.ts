/** The public entry `@pro-kid/elements/svelte.js`: types of the tags in Svelte 5, and no code. */
import type { HTMLAttributes } from 'svelte/elements';
import type { Listeners, Settings, TagEvents, Tags } from './tags.ts';

export type { Listeners, Settings, TagEvents, Tags };

/** What each tag takes in a component's markup. */
export type SvelteTags = {
  [Tag in keyof Tags]: HTMLAttributes<Tags[Tag]> & Settings<Tags[Tag]> & Listeners<TagEvents[Tag]>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteTags {}
}
