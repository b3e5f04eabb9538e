import { plainAddress } from './plain-address.ts';

/** A script line on the page that names one of our files. */
export interface WidgetScript {
  element: HTMLScriptElement;
  /** Absolute, as the browser asks for it. */
  url: string;
  /** As a report shows it. */
  address: string;
  /** The file's name without its ending, such as `join` or `loader`. */
  file: string;
  /** How it stands there: a module runs, a classic script cannot, what something holds back does not. */
  kind: 'module' | 'classic' | 'held-back';
}

const OURS = /\/(loader|bundle|join|pledge|petition|fact-card|fact-deck|progress|share)\.js$/;
const CLASSIC = /^$|javascript|ecmascript/i;

/** The script lines of ours in a document, also those that a consent tool or an optimizer took the address of. */
export function scriptsIn({ scripts, baseURI }: Document): WidgetScript[] {
  return [...scripts].flatMap((element) => {
    const addresses = element
      .getAttributeNames()
      .filter((name) => name.endsWith('src'))
      .map((name) => element.getAttribute(name)!);
    for (const each of addresses) {
      const address = plainAddress(each, baseURI);
      const [, file] = OURS.exec(address) ?? [];
      if (!file) continue;
      const url = element.src || each;
      return [{ element, url, address, file, kind: kindOf(element) }];
    }
    return [];
  });
}

function kindOf({ type, src }: HTMLScriptElement): WidgetScript['kind'] {
  if (!src) return 'held-back';
  if (type.trim().toLowerCase() === 'module') return 'module';
  return CLASSIC.test(type) ? 'classic' : 'held-back';
}

/** Whether a file brings a tag: the loader and the bundle bring all, a campaign's file brings what stands in it. */
export function brings({ file }: WidgetScript, tag: string): boolean {
  const name = tag.slice('pro-kid-'.length);
  if (file === 'loader' || file === 'bundle' || file === name) return true;
  if (file === 'fact-deck') return name === 'fact-card';
  const isCampaign = file === 'pledge' || file === 'petition';
  return isCampaign && ['join', 'progress', 'share'].includes(name);
}
