/** Opens what a link leads to in a tab of its own: a frame is no place for a whole page. */
export function openLinksInTabs(): void {
  addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
      if (!link || !/^https?:$/.test(link.protocol) || isInThisPage(link)) return;
      link.target = '_blank';
      link.relList.add('noopener');
    },
    { capture: true },
  );
}

const isInThisPage = ({ href, hash }: HTMLAnchorElement) =>
  hash !== '' && href.slice(0, -hash.length) === location.href.split('#')[0];
