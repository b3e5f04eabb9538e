/**
 * The values of each field of a form, by its name. Not URLSearchParams, which looks through all fields for
 * each one that is asked for: a hostile form has thousands, and would hold up everybody else's.
 */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a form's body; null where it is not in UTF-8. A page in another encoding sends its forms in it,
 * and to read them as UTF-8 would spoil each name with an accent.
 */
export function readFields(body: Uint8Array): FormFields | null {
  const text = decode(body);
  if (text === null) return null;
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

function decode(body: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    // URLSearchParams would put U+FFFD for escaped bytes that are no UTF-8.
    decodeURIComponent(text);
    return text;
  } catch {
    return null;
  }
}

/** What was typed into a field, trimmed; undefined where it is missing or empty. */
export const textOf = (fields: FormFields, name: string): string | undefined =>
  fields.get(name)?.[0]?.trim() || undefined;

/**
 * Whether a checkbox was ticked: `on` is what browsers send for one without a value. Any other value is
 * no yes, such as the `no` of two radio buttons.
 */
export const isTicked = (fields: FormFields, name: string): boolean =>
  (fields.get(name) ?? []).some((value) => value === 'on' || value === 'yes');
