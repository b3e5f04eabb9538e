/** The texts of the dialog with the QR code, which come with it. */
export const codeEnglish = {
  scan: 'Point a phone’s camera at the code.',
  leadsTo: 'It leads to {link}',
  print: 'Print',
  save: 'Save as SVG',
  close: 'Close',
};

export type CodeMessages = typeof codeEnglish;
