/**
 * Our flat fields of a person, each mapped to nothing: for services that have places of their own for
 * them, so that none is a custom field too.
 */
export const withoutPerson: Readonly<Record<string, string>> = {
  'given-name': '',
  'family-name': '',
  email: '',
  tel: '',
  'postal-code': '',
};
