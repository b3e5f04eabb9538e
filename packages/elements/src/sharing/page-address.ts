import { webLink } from '../form/web-link.ts';

/**
 * The address of the page as its owner gives it, without what a visitor's own address may hold, and
 * of the element with this `id` in it.
 */
export function pageAddress(id = ''): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const page = webLink(canonical) ?? location.origin + location.pathname;
  return id ? `${page.split('#')[0]}#${encodeURIComponent(id)}` : page;
}
