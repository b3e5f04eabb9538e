/** The version of this package, sent with each submission. A test holds it to package.json. */
export const version = '0.0.0';
