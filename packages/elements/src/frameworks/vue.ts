/** The public entry `@pro-kid/elements/vue.js`: types of the tags in templates of Vue 3, and no code. */
import type { EmitFn, HTMLAttributes, ReservedProps } from 'vue';
import type { Settings, TagEvents, Tags } from './tags.ts';

export type { Settings, TagEvents, Tags };

/** What each tag takes and emits in a template. */
export type VueTags = {
  [Tag in keyof Tags]: new () => Tags[Tag] & {
    $props: HTMLAttributes & ReservedProps & Settings<Tags[Tag]>;
    $emit: EmitFn<{
      [Name in keyof TagEvents[Tag]]: (event: TagEvents[Tag][Name]) => void;
    }>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends VueTags {}
}
