/** The public entry `@pro-kid/elements/react.js`: types of the tags for JSX in React 19, and no code. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Listeners, Settings, TagEvents, Tags } from './tags.ts';

export type { Listeners, Settings, TagEvents, Tags };

/** What each tag takes in JSX. */
export type ReactTags = {
  [Tag in keyof Tags]: DetailedHTMLProps<HTMLAttributes<Tags[Tag]>, Tags[Tag]> &
    Settings<Tags[Tag]> &
    Listeners<TagEvents[Tag]>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactTags {}
  }
}
