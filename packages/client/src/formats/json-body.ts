import type { Submission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import { constants } from './constants.ts';

/** A Submission as an own endpoint gets it: beside the constants that the page adds. */
export const jsonBody = (submission: Submission, { extra }: Pick<Endpoint, 'extra'>) => ({
  ...Object.fromEntries(constants(extra)),
  ...submission,
});
