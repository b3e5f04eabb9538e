/**
 * The browser's own `Event`, which a `CustomEvent` descends from: MooTools 1 puts a thing of its own in
 * place of `window.Event`, of which nobody but itself can make one.
 */
export const NativeEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;
