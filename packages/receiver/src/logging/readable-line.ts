interface Line {
  level: string;
  time: string;
  msg: string;
  method?: string;
  route?: string;
  status?: number;
  milliseconds?: number;
}

/** A line of the log for somebody at a terminal, such as `12:00:01 GET /counts 200 in 0.4 ms`. */
export function readableLine(json: string): string {
  const { level, time, msg, method, route, status, milliseconds } = JSON.parse(json) as Line;
  const what = method === undefined ? msg : `${method} ${route} ${status} in ${milliseconds} ms`;
  const clock = time.slice(11, 19);
  return `${clock} ${level === 'error' ? 'error: ' : ''}${what}\n`;
}
