import { LOG_LEVELS, type LogLevel } from '../logging/logger.ts';
import { parseSocketAddress, type SocketAddress } from './socket-address.ts';

const MOST_DRAIN_SECONDS = 600;

/** How it is run, whatever it receives. */
export interface OperationsOptions {
  /** For how many seconds after SIGTERM it goes on while `/ready` says that it ends. */
  drain: number;
  logLevel: LogLevel;
  /** Where figures for Prometheus are; undefined for nowhere. */
  metrics: SocketAddress | undefined;
}

interface Given {
  name: string;
  value: string | undefined;
}

/** Reads the options about running it; `message` is one sentence for whoever typed them. */
export function readOperations({
  drain,
  logLevel,
  metrics,
}: Record<'drain' | 'logLevel' | 'metrics', Given>):
  { operations: OperationsOptions } | { message: string } {
  const seconds = Number(drain.value ?? 0);
  if (!/^\d{1,3}$/.test(drain.value ?? '0') || seconds > MOST_DRAIN_SECONDS) {
    return {
      message: `${drain.name} takes a whole number of seconds from 0 to ${MOST_DRAIN_SECONDS}, not "${drain.value}".`,
    };
  }
  const level = LOG_LEVELS.find((known) => known === (logLevel.value ?? 'info'));
  if (level === undefined) {
    return {
      message: `${logLevel.name} takes one of ${LOG_LEVELS.join(', ')}, not "${logLevel.value}".`,
    };
  }
  const address = metrics.value === undefined ? undefined : parseSocketAddress(metrics.value);
  if (address === null) {
    return {
      message: `${metrics.name} takes a port, such as 9464, or an IP address with one, such as 10.0.0.5:9464, not "${metrics.value}".`,
    };
  }
  return { operations: { drain: seconds, logLevel: level, metrics: address } };
}
