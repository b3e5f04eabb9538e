/** Why a database cannot be used: the end of a sentence, without what may be secret in it. */
export function whyNotOpen({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'its folder does not exist';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EROFS') return 'this user may not write there';
  if (code === 'ECONNREFUSED') return 'no server answers there';
  if (code === 'ENOTFOUND') return 'there is no such host';
  return message;
}
