import { join, printed } from '../snippets/snippets.ts';

/** The snippets with the checksums of the files as they are built. */
export interface Snippets {
  standalone: string;
  loader: string;
}
declare const data: Snippets;
export { data };

export default {
  load: (): Snippets => ({
    standalone: printed(join),
    loader: printed({ ...join, way: 'loader' }),
  }),
};
