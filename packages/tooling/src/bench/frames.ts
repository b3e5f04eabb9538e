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
  const own = eventsIn(events, phase);
  const drawn = own.filter(({ name }) => name === 'Layerize').map(({ ts }) => ts);
  const frames = [0];
  for (const { start, end, worked } of tasksOf(own)) {
    frames[frames.length - 1]! += worked;
    while (drawn[0] !== undefined && drawn[0] < start) drawn.shift();
    // The task that draws a frame ends it.
    if (drawn[0] !== undefined && drawn[0] <= end) frames.push(0);
  }
  return frames;
}

/** How long the page's main thread worked in each task between the same marks, in milliseconds. */
export function tasksIn(events: readonly TraceEvent[], phase: string): number[] {
  return [...tasksOf(eventsIn(events, phase))].map(({ worked }) => worked);
}

/** What the thread that set the marks did between them, in order. */
function eventsIn(events: readonly TraceEvent[], phase: string): TraceEvent[] {
  const start = events.find(({ name }) => name === `${phase}-start`);
  const end = events.find(({ name }) => name === `${phase}-end`);
  if (!start || !end) throw new Error(`The trace has no "${phase}".`);
  return events
    .filter(({ pid, tid, ts }) => pid === start.pid && tid === start.tid && ts >= start.ts)
    .filter(({ ts }) => ts <= end.ts)
    .toSorted((a, b) => a.ts - b.ts);
}

function* tasksOf(events: readonly TraceEvent[]) {
  let end = 0;
  for (const { name, ts: start, dur = 0, tdur = dur } of events) {
    // Tasks can be nested, such as those of a script that is stopped.
    if (name !== 'ThreadControllerImpl::RunTask' || start < end) continue;
    end = start + dur;
    yield { start, end, worked: tdur / 1000 };
  }
}
