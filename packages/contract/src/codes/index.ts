/**
 * Every code that a package may say, with its remedy in a few words. What a browser loads takes the
 * types alone, so that the words cost no page anything; the documentation has a heading for each.
 */
import { doctorCodes } from './doctor.ts';
import { adviceCodes, fileCodes, valueCodes } from './findings.ts';
import { causeCodes, fieldCodes, refusalCodes } from './outcomes.ts';
import { problemCodes, startCodes } from './receiver.ts';
import { warningCodes } from './warnings.ts';

export { doctorCodes, type DoctorCode } from './doctor.ts';
export { adviceCodes } from './findings.ts';
export { problemCodes, type ProblemCode, type StartCode } from './receiver.ts';
export type { CauseCode, FieldCode, RefusalCode } from './outcomes.ts';
export { warningCodes, type WarningCode } from './warnings.ts';

/** The remedies by code, by what stands before the slash. */
export const codes = {
  'pro-kid': { ...warningCodes, ...startCodes },
  doctor: doctorCodes,
  '/problems': problemCodes,
  check: { ...fileCodes, ...valueCodes, ...adviceCodes },
  refused: refusalCodes,
  unreachable: causeCodes,
  field: fieldCodes,
} as const;
