/** Whether the page put something between the tags for when the element cannot be shown. */
export function hasFallback({ childNodes }: Element): boolean {
  return [...childNodes].some((node) =>
    node instanceof Element
      ? !node.slot && !node.matches('script, style, template')
      : node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim(),
  );
}
