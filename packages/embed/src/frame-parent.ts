/**
 * `frame-parent.js`: gives every frame of ours on the page the height of what is in it, also one that comes
 * later, and passes on what happened there. It needs nothing else and sets no global; it may be loaded
 * as a module or not, and more than once.
 */
import {
  eventFacts,
  frameEvents,
  isOurs,
  type FrameEvent,
  type Greeting,
} from './frame/message.ts';

const FRAMES = 'iframe[data-pro-kid-frame], iframe[src*="frame.html"]';
/** In pixels; a frame that wants more keeps a scroll bar. */
const HIGHEST = 20_000;
/** Kept free around a place that is brought into view, in pixels. */
const ROOM = 16;
/** On a message that has been heard, so that this script may be on a page twice. */
const HEARD = Symbol.for('pro-kid-frame');

/** The origin of a frame's own address, if it is one of ours; else undefined. */
function originOf(frame: HTMLIFrameElement): string | undefined {
  if (!frame.matches(FRAMES)) return undefined;
  try {
    const { origin, pathname, protocol } = new URL(frame.src);
    const isNamed = 'proKidFrame' in frame.dataset || pathname.endsWith('/frame.html');
    return isNamed && /^https?:$/.test(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** Says a word to a frame, which then knows where to answer. */
function greet(frame: HTMLIFrameElement): void {
  const origin = originOf(frame);
  const isOpaque = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  if (!origin || isOpaque) return;
  frame.contentWindow?.postMessage({ proKid: 1 } satisfies Greeting, origin);
}

/** Whether a frame shows its page already, and not the empty one that it starts with. */
function isLoaded({ contentWindow }: HTMLIFrameElement): boolean {
  try {
    return contentWindow?.location.href !== 'about:blank';
  } catch {
    // The address of a page from elsewhere may not be read.
    return true;
  }
}

function onMessage(event: MessageEvent): void {
  const { data, source, origin } = event;
  if (!isOurs(data) || HEARD in event) return;
  const frame = [...document.querySelectorAll<HTMLIFrameElement>(FRAMES)].find(
    ({ contentWindow }) => contentWindow === source,
  );
  if (!frame || originOf(frame) !== origin) return;
  Object.assign(event, { [HEARD]: true });
  setHeight(frame, data.height);
  setTitle(frame, data.title);
  showPlace(frame, data.place);
  passOn(frame, data.event);
}

function setHeight(frame: HTMLIFrameElement, height: unknown): void {
  if (typeof height !== 'number' || !(height > 0)) return;
  // Of a frame whose size is that of its border box, the border is a part.
  const around = frame.offsetHeight - frame.clientHeight;
  const isBorderBox = getComputedStyle(frame).boxSizing === 'border-box';
  frame.style.height = `${Math.ceil(Math.min(height, HIGHEST)) + (isBorderBox ? around : 0)}px`;
}

/** Calls a frame by its heading, where the page has given it no name. */
function setTitle(frame: HTMLIFrameElement, title: unknown): void {
  const isFree = !frame.title || 'proKidTitle' in frame.dataset;
  if (!isFree || typeof title !== 'string' || !title) return;
  frame.dataset.proKidTitle = '';
  frame.title = title.slice(0, 255);
}

/** Scrolls so far that a visitor who is in the frame sees where it has led them. */
function showPlace(frame: HTMLIFrameElement, place: unknown): void {
  if (document.activeElement !== frame || typeof place !== 'object' || !place) return;
  const { top, bottom } = place as { top?: unknown; bottom?: unknown };
  if (!isPlace(top, frame) || !isPlace(bottom, frame)) return;
  const start = frame.getBoundingClientRect().top + frame.clientTop;
  const free =
    ROOM + (parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0);
  const above = start + top - free;
  const below = start + bottom + ROOM - innerHeight;
  const distance = above < 0 ? above : Math.max(0, Math.min(below, above));
  if (distance !== 0) scrollBy({ top: distance });
}

const isPlace = (value: unknown, { offsetHeight }: HTMLElement): value is number =>
  typeof value === 'number' && value >= 0 && value <= offsetHeight + 1;

/** The same event as on a page that has the widget itself, but on the frame. */
function passOn(frame: HTMLIFrameElement, told: unknown): void {
  const { type, facts } = (told ?? {}) as Partial<FrameEvent>;
  if (!type || !frameEvents.includes(type)) return;
  // The browser's own `Event`: MooTools 1 puts a thing of its own in its place.
  const NativeEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;
  const event = new NativeEvent(type, { bubbles: true, composed: true });
  for (const name of eventFacts) {
    const value: unknown = facts?.[name];
    if (typeof value === 'string') Object.assign(event, { [name]: value.slice(0, 255) });
  }
  frame.dispatchEvent(event);
}

addEventListener('message', onMessage);
document.addEventListener(
  'load',
  ({ target }) => {
    if (target instanceof HTMLIFrameElement) greet(target);
  },
  true,
);
for (const frame of document.querySelectorAll<HTMLIFrameElement>(FRAMES)) {
  if (isLoaded(frame)) greet(frame);
}
