/** Whether this browser has a dialog of its own to share with. */
export const canShareNatively = () => typeof navigator.share === 'function';

/** Opens that dialog; false where nothing was shared: a visitor may close it, which is no failure. */
export const shareNatively = (data: ShareData): Promise<boolean> =>
  navigator.share(data).then(
    () => true,
    () => false,
  );
