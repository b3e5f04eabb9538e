/** Adds the second form when it is asked for; the loader notices it by itself. */
const button = document.querySelector<HTMLButtonElement>('#add');
const template = document.querySelector<HTMLTemplateElement>('#later');

button?.addEventListener('click', () => {
  if (template) button.replaceWith(template.content.cloneNode(true));
});
