/**
 * What a share step needs only once a visitor wants a QR code. Without Lit: in a file of its own, it
 * would bring another one.
 */
import { correction, generate } from 'lean-qr';
import { toSvg } from 'lean-qr/extras/svg';
import { fill } from '../messages/messages.ts';
import { codeEnglish, type CodeMessages } from './messages/en-code.ts';
import type { ShareMessages } from './messages/en.ts';

type Texts = ShareMessages & CodeMessages;

export { codeStyles } from './code-styles.ts';

/** A dialog with the code of a link, to be saved and printed; `name` is that of the file. */
export function codeDialog(link: string, messages: ShareMessages, name: string): HTMLDialogElement {
  // Those of another language have these texts in them.
  const texts: Texts = { ...codeEnglish, ...messages };
  const drawing = drawCode(link, texts);
  const dialog = make('dialog', {
    part: 'dialog',
    closedby: 'any',
    'aria-labelledby': 'code-name',
  });
  const heading = { id: 'code-name', role: 'heading', 'aria-level': '2' };
  const file = new XMLSerializer().serializeToString(drawing);
  const button = (text: string, onClick: () => void) => {
    const made = make('button', { type: 'button' }, text);
    made.addEventListener('click', onClick);
    return made;
  };
  dialog.append(
    make('div', heading, texts.code),
    drawing,
    make('p', {}, texts.scan),
    make('p', { class: 'address', dir: 'ltr' }, link),
    make(
      'div',
      { part: 'actions' },
      button(texts.print, () => print(drawing, link)),
      make(
        'a',
        {
          download: `${name}.svg`,
          href: `data:image/svg+xml,${encodeURIComponent(file)}`,
        },
        texts.save,
      ),
      button(texts.close, () => dialog.close()),
    ),
  );
  return dialog;
}

/** The code of a link as a drawing, named for those who do not see it. */
function drawCode(link: string, texts: Texts): SVGElement {
  const code = generate(link, { minCorrectionLevel: correction.M });
  const drawing = toSvg(code, document, { off: 'white' });
  const named = (name: 'title' | 'desc', text: string) => {
    const node = document.createElementNS(drawing.namespaceURI, name);
    node.id = `code-${name}`;
    node.append(text);
    return node;
  };
  drawing.prepend(named('title', texts.code), named('desc', fill(texts.leadsTo, { link })));
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-labelledby', 'code-title');
  drawing.setAttribute('aria-describedby', 'code-desc');
  return drawing;
}

/** Prints the code alone, without the page around it: in a frame that is gone afterwards. */
function print(drawing: SVGElement, link: string): void {
  const frame = make('iframe', { 'aria-hidden': 'true', tabindex: '-1' });
  frame.style.cssText = 'position:fixed;inset-inline-end:100%;width:1px;height:1px;border:0';
  document.body.append(frame);
  const page = frame.contentWindow!;
  const copy = drawing.cloneNode(true) as SVGElement;
  copy.setAttribute('width', '400');
  copy.setAttribute('height', '400');
  page.document.body.append(copy, make('p', {}, link));
  page.addEventListener('afterprint', () => frame.remove());
  page.print();
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}
