/** An event of Chromium's trace; times in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** What the thread itself worked of `dur`, without the time that other programs took. */
  tdur?: number;
  pid: number;
  tid: number;
  cat: string;
  args?: unknown;
}

/**
 * How long the page's main thread worked in each frame, in milliseconds, between the marks
 * `<phase>-start` and `<phase>-end`: all tasks from one `BeginMainThreadFrame` to the next.
 */
export function framesIn(events: readonly TraceEvent[], phase: string): number[] {
  const start = events.find(({ name }) => name === `${phase}-start`);
  const end = events.find(({ name }) => name === `${phase}-end`);
  if (!start || !end) throw new Error(`The trace has no "${phase}".`);
  const own = events
    .filter(({ pid, tid, ts }) => pid === start.pid && tid === start.tid && ts >= start.ts)
    .filter(({ ts }) => ts <= end.ts)
    .toSorted((a, b) => a.ts - b.ts);
  const drawn = own.filter(({ name }) => name === 'Layerize').map(({ ts }) => ts);
  const frames = [0];
  let taskEnd = 0;
  for (const { name, ts, dur = 0, tdur = dur } of own) {
    // Tasks can be nested, such as those of a script that is stopped.
    if (name !== 'ThreadControllerImpl::RunTask' || ts < taskEnd) continue;
    taskEnd = ts + dur;
    frames[frames.length - 1]! += tdur / 1000;
    while (drawn[0] !== undefined && drawn[0] < ts) drawn.shift();
    // The task that draws a frame ends it.
    if (drawn[0] !== undefined && drawn[0] <= taskEnd) frames.push(0);
  }
  return frames;
}
