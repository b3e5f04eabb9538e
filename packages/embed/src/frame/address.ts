/** What a visitor's link may set, and what each may be. Where it is sent is never among it. */
const options = {
  partner: /^[\w.-]{1,64}$/,
  kind: /^(?:individual|organization)$/,
  lang: /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i,
  theme: /^[a-z][a-z0-9-]{0,31}$/,
  scheme: /^(?:light|dark|auto)$/,
};

export type FrameOption = keyof typeof options;

/** What the page's address asks for. */
export interface Asked {
  /** The id of a template; empty for the first one. */
  name: string;
  options: Partial<Record<FrameOption, string>>;
  /** The names of what was left out. */
  ignored: string[];
}

const isOption = (name: string): name is FrameOption => Object.hasOwn(options, name);

/** Reads what stands after `#`, such as `join&partner=first-steps&lang=es`. */
export function readAddress(hash: string): Asked {
  const asked: Asked = { name: '', options: {}, ignored: [] };
  const [first = '', ...rest] = hash.replace(/^#/, '').split('&');
  if (first.includes('=')) rest.unshift(first);
  else asked.name = first;

  for (const [name, value] of new URLSearchParams(rest.join('&'))) {
    if (isOption(name) && options[name].test(value)) asked.options[name] ??= value;
    else asked.ignored.push(name);
  }
  return asked;
}
