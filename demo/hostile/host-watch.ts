/** Watches the page that a widget is a guest of: a script that runs there before all others. */
export interface HostWatch {
  /** Remembers how the page is now. */
  note(): void;
  /** What is not as it was noted, each in few words; how it looks and stands counts `atRest` alone. */
  changes(atRest: boolean): string[];
  /** The events of the page's own elements that arrived at the window since they were last asked for. */
  heard(): string[];
  /** What the scripts of the page have done since it began to what belongs to all scripts. */
  harm(): string[];
}

declare global {
  var hostWatch: HostWatch;
}

/**
 * Goes into the page as text. It keeps what it needs of the language before other scripts replace it,
 * and uses no method that they could.
 */
export function watchHost(): void {
  type Descriptors = Record<PropertyKey, PropertyDescriptor>;
  interface Snapshot {
    members: Descriptors[];
    looks: string[];
    rest: Record<string, unknown>;
  }

  const { ownKeys, getOwnPropertyDescriptor } = Reflect;
  const { is, create } = Object;
  const toText = String;
  const style = getComputedStyle.bind(window);
  const NativeSet = Set;
  const events: string[] = [];

  const owners: [name: string, owner: object][] = [['window', window]];
  for (const key of ownKeys(window)) {
    const { value } = getOwnPropertyDescriptor(window, key) ?? {};
    if (value === window || value === null || !/^[A-Z]|^console$/.test(toText(key))) continue;
    if (typeof value !== 'function' && typeof value !== 'object') continue;
    owners.push([toText(key), value]);
    if (value.prototype) owners.push([`${toText(key)}.prototype`, value.prototype]);
  }
  const instances = { document, history, navigator, location, customElements };
  for (const [name, owner] of Object.entries(instances)) owners.push([name, owner]);

  const membersOf = (owner: object): Descriptors => {
    const members = create(null) as Descriptors;
    for (const key of ownKeys(owner)) members[key] = getOwnPropertyDescriptor(owner, key)!;
    return members;
  };

  function snapshot(withLooks: boolean): Snapshot {
    const members: Descriptors[] = [];
    for (let index = 0; index < owners.length; index++)
      members[index] = membersOf(owners[index]![1]);
    const looks: string[] = [];
    const watched = 'html, body, [data-host], [data-host] *';
    const elements = document.querySelectorAll(withLooks ? watched : 'none');
    for (let index = 0; index < elements.length; index++) {
      const element = elements[index]!;
      const computed = style(element);
      let look = `${element.localName}`;
      for (let at = 0; at < computed.length; at++) {
        look += `; ${computed[at]}: ${computed.getPropertyValue(computed[at]!)}`;
      }
      looks[index] = look;
    }
    const rest = {
      title: document.title,
      address: location.href,
      'steps of history': history.length,
      cookies: document.cookie,
      'local storage': localStorage.length,
      'session storage': sessionStorage.length,
      head: document.head.innerHTML,
      body: document.querySelector('[data-host]')?.outerHTML,
      'elements in body': document.querySelectorAll('body > :not(script)').length,
      'attributes of body': (document.body.cloneNode() as Element).outerHTML,
      'sheets of its own': document.adoptedStyleSheets.length,
    };
    return { members, looks, rest };
  }

  const place = () => ({ focus: document.activeElement, across: scrollX, down: scrollY });

  const isSame = (one: PropertyDescriptor | undefined, other: PropertyDescriptor | undefined) =>
    !!one &&
    !!other &&
    is(one.value, other.value) &&
    one.get === other.get &&
    one.set === other.set &&
    one.writable === other.writable &&
    one.enumerable === other.enumerable &&
    one.configurable === other.configurable;

  function compareMembers(before: Snapshot, now: Snapshot): string[] {
    const found: string[] = [];
    for (let index = 0; index < owners.length; index++) {
      const name = owners[index]![0];
      const old = before.members[index]!;
      const current = now.members[index]!;
      for (const list of [ownKeys(old), ownKeys(current)]) {
        for (let at = 0; at < list.length; at++) {
          const key = list[at]!;
          if (isSame(old[key], current[key])) continue;
          const did = !old[key] ? 'new' : current[key] ? 'changed' : 'gone';
          found[found.length] = `${did}: ${name}.${toText(key)}`;
        }
      }
    }
    return found;
  }

  const pristine = { members: owners.map(([, owner]) => membersOf(owner)), looks: [], rest: {} };
  let noted: Snapshot & { place?: ReturnType<typeof place> } = pristine;

  for (const type of ['click', 'keydown', 'input', 'focusin'] as const) {
    window.addEventListener(type, (event) => {
      if (!(event.target as Element).closest?.('[data-host]')) return;
      events[events.length] = event.defaultPrevented ? `${type}, prevented` : type;
    });
  }

  window.hostWatch = {
    note() {
      noted = { ...snapshot(true), place: place() };
    },
    changes(atRest) {
      const now = snapshot(atRest);
      const found = compareMembers(noted, now);
      for (const [key, value] of Object.entries(noted.rest)) {
        if (now.rest[key] !== value) found[found.length] = `${key}: ${toText(now.rest[key])}`;
      }
      if (!atRest) return found;
      for (let index = 0; index < noted.looks.length; index++) {
        if (noted.looks[index] !== now.looks[index]) found[found.length] = now.looks[index]!;
      }
      const { focus, across, down } = place();
      const was = noted.place!;
      if (focus !== was.focus) found[found.length] = `focus: ${focus?.localName}`;
      if (across !== was.across || down !== was.down) found[found.length] = `scrolled to ${down}`;
      return found;
    },
    heard: () => events.splice(0),
    harm() {
      const found = compareMembers(pristine, snapshot(false));
      const has = (pattern: RegExp) => found.some((each) => pattern.test(each));
      const fails = (probe: () => boolean) => {
        try {
          return !probe();
        } catch {
          return true;
        }
      };
      const words: string[] = [];
      const say = (holds: boolean, what: string) => {
        if (holds) words.push(what);
      };
      say(has(/^new: window\.(?!hostWatch)/), 'adds globals');
      say(has(/^new: Object\.prototype/), 'adds to every object');
      say(
        has(/^new: (Array|String|Number|Function|Date)\.prototype/),
        'adds to arrays, strings or functions',
      );
      say(has(/^new: (Node|Element|HTML\w+|Event|EventTarget|document)\b/), 'adds to elements');
      say(
        has(/^changed: window\.(Map|Set|Promise|Symbol|RegExp|Array|Date)/),
        'replaces built-in classes',
      );
      say(has(/^changed: \w+\.prototype/), 'replaces built-in methods');
      say(
        fails(() => {
          for (const _key in [] as unknown[]) return false;
          return true;
        }),
        '`for…in` meets its methods',
      );
      say(
        fails(() => Array.from(new NativeSet([1])).length === 1),
        '`Array.from` loses sets',
      );
      say(
        fails(() => Array.from([1], (each) => each + 1)[0] === 2),
        '`Array.from` maps nothing',
      );
      say(
        fails(() => new Event('a').type === 'a'),
        '`new Event` fails',
      );
      say(
        fails(() => JSON.stringify({ a: ['b'] }) === '{"a":["b"]}'),
        'JSON is wrong',
      );
      say(
        fails(() => (() => arguments.length).bind(null) instanceof Function),
        '`bind` fails',
      );
      return words;
    },
  };
}
