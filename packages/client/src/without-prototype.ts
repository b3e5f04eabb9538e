/** A page may have put `body` or `headers` on `Object.prototype`, from where they would be read. */
export const withoutPrototype = <T extends object>(options: T): T =>
  Object.assign(Object.create(null) as T, options);
