import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection that speaks HTTP byte by byte, to do what no well-behaved client does. */
export interface RawSocket {
  socket: Socket;
  write(text: string): void;
  /** All that came back, once it matches. Rejects where the socket closes without. */
  received(pattern: RegExp): Promise<string>;
  closed: Promise<unknown>;
}

export async function openRawSocket(url: string): Promise<RawSocket> {
  const { port } = new URL(url);
  const socket = connect({ port: Number(port), host: 'localhost' });
  await once(socket, 'connect');
  let text = '';
  // A peer that closes with bytes unread resets the connection: an end like any other here.
  socket.on('error', () => {});
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  return {
    socket,
    write: (part) => void socket.write(part),
    closed,
    async received(pattern) {
      while (!pattern.test(text)) {
        if (socket.destroyed) throw new Error(`Closed after: ${text}`);
        await Promise.race([once(socket, 'data'), closed]);
      }
      return text;
    },
  };
}
