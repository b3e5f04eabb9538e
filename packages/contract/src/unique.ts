import { alongside } from './alongside.ts';

/** No two of a list are the same, or have the same text at a key; the later one is wrong. */
export const unique = (key?: string) =>
  alongside(Array.isArray, (all: unknown[]) => {
    const valueOf = (each: unknown): unknown =>
      key === undefined ? each : (each as Record<string, unknown> | null)?.[key];
    const texts = all.map(valueOf);
    return texts.flatMap((text, index) =>
      typeof text === 'string' && texts.indexOf(text) < index
        ? { path: key === undefined ? [index] : [index, key], code: 'twice' }
        : [],
    );
  });
