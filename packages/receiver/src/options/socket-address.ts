import { isIP } from 'node:net';

/** Where to listen. */
export interface SocketAddress {
  host: string;
  port: number;
}

const WRITTEN = /^(?:(?:\[(?<six>[^\]]+)\]|(?<four>[\d.]+)):)?(?<port>\d{1,5})$/;

/** A port of this machine's own (`9464`), or an address with a port (`10.0.0.5:9464`, `[::]:9464`); null for else. */
export function parseSocketAddress(text: string): SocketAddress | null {
  const { six, four, port } = WRITTEN.exec(text)?.groups ?? {};
  const host = six ?? four ?? '127.0.0.1';
  const isAddress = isIP(host) === (six === undefined ? 4 : 6);
  if (port === undefined || !isAddress || Number(port) > 65_535) return null;
  return { host, port: Number(port) };
}
