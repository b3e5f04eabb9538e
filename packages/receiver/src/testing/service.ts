import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** A request as it arrived. */
export interface ServiceRequest {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export interface ServiceAnswer {
  status: number;
  /** An object is sent as JSON. */
  body?: string | object;
  headers?: Readonly<Record<string, string>>;
}

/** A service on this computer. It ends with its test. */
export interface Service {
  /** `http://127.0.0.1:{port}` */
  origin: string;
  received: ServiceRequest[];
  /** Fulfilled when so many requests have arrived. */
  receives(length: number): Promise<void>;
}

/** @param answer `hang` for a service that never answers. */
export async function startService(
  test: TestContext,
  answer: (
    request: ServiceRequest,
    times: number,
  ) => ServiceAnswer | 'hang' | Promise<ServiceAnswer | 'hang'>,
): Promise<Service> {
  const received: ServiceRequest[] = [];
  const waiting: { length: number; resolve: () => void }[] = [];
  const server = createServer((message, response) => {
    void receive(message).then(async (request) => {
      received.push(request);
      for (const { length, resolve } of waiting) if (received.length >= length) resolve();
      const answered = await answer(request, received.length);
      if (answered === 'hang') return;
      const { status, body = '', headers = {} } = answered;
      const isText = typeof body === 'string';
      response
        .writeHead(status, { ...(!isText && { 'content-type': 'application/json' }), ...headers })
        .end(isText ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    receives: (length) =>
      new Promise((resolve) => {
        if (received.length >= length) resolve();
        else waiting.push({ length, resolve });
      }),
  };
}

async function receive(message: IncomingMessage): Promise<ServiceRequest> {
  const { method = '', url = '', headers } = message;
  let body = '';
  for await (const chunk of message.setEncoding('utf8')) body += chunk as string;
  const named = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return {
    method,
    path: url,
    headers: Object.fromEntries(named) as Record<string, string>,
    body,
  };
}
