/** Syntax that the house rules out, as options of ESLint's `no-restricted-syntax`. */
interface Restriction {
  selector: string;
  message: string;
}

const markupMessage = 'Texts are never markup: build nodes, or use a Lit template.';

export const noRawMarkup: readonly Restriction[] = [
  'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
  'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseHTMLUnsafe)$/]',
  'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
  'TemplateElement[value.raw=/[.](inner|outer)HTML\\s*=/]',
].map((selector) => ({ selector, message: markupMessage }));

export const noDecorators: readonly Restriction[] = [
  {
    selector: 'Decorator',
    message: 'The build leaves decorators in its output: use `static properties` and `declare`.',
  },
];

export const noDefaultExports: readonly Restriction[] = [
  'ExportDefaultDeclaration',
  'ExportSpecifier[exported.name="default"]',
].map((selector) => ({ selector, message: 'Export by name, so that everyone imports one name.' }));
