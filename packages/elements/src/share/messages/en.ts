export const english = {
  label: 'Share',
  native: 'Share…',
  copy: 'Copy link',
  copied: 'Link copied',
  notCopied: 'Your browser did not let us copy the link. Here it is:',
  link: 'Link',
  code: 'QR code',
  email: 'Email',
  sms: 'Text message',
  newTab: '(opens in a new tab)',
  failed: 'This part could not be loaded. You may be offline.',
};

export type ShareMessages = typeof english;
