import type { Prefill } from '../form/form-inputs.ts';

/** What a join form must have to be filled in. */
export interface Join extends HTMLElement {
  prefill(values: Prefill): Promise<void>;
}

/** The join form of the page around an element that can be used, if it has one. */
export const joinOf = (element: HTMLElement): Join | null =>
  (element.getRootNode() as ParentNode).querySelector<Join>('pro-kid-join:defined');
