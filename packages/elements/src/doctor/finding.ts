import { adviceCodes, doctorCodes, warningCodes } from '@pro-kid/contract/codes';

const remedies = { doctor: doctorCodes, 'pro-kid': warningCodes, check: adviceCodes };
type Remedies = typeof remedies;

/** A registered code with what it belongs to: its heading on the page of errors. */
export type FindingCode = {
  [Family in keyof Remedies]: `${Family}/${keyof Remedies[Family] & string}`;
}[keyof Remedies];

/** `problem`: visitors meet it. `advice`: better mended. `fine`: as it should be, or good to know. */
export type Level = 'problem' | 'advice' | 'fine';

/** One line of what the doctor says. */
export interface Finding {
  level: Level;
  /** What it is about, such as `<pro-kid-join id="join">`. */
  who: string;
  /** What was found, as sentences. */
  found: string;
  code?: FindingCode;
  /** What to do, as a sentence; code in it stands between backticks. */
  remedy?: string;
}

const coded =
  (level: Level) =>
  (who: string, code: FindingCode, found: string): Finding => ({
    level,
    who,
    found,
    code,
    remedy: remedyOf(code),
  });

export const problem = coded('problem');
export const advice = coded('advice');
/** Good to know, and nothing that must be done. */
export const note = coded('fine');

export const fine = (who: string, found: string): Finding => ({ level: 'fine', who, found });

function remedyOf(code: FindingCode): string {
  const [family, name] = code.split('/') as [keyof Remedies, string];
  return (remedies[family] as Record<string, string>)[name]!;
}
