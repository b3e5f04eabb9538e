export type FrameCode =
  'frame-height' | 'frame-option' | 'frame-page' | 'frame-sandbox' | 'frame-template';

/** Tells the webmaster of the frame's page what is wrong and what to do. */
export function warn(code: FrameCode, message: string): void {
  console.warn(`frame.js: ${message} [pro-kid/${code}]`);
}
