import { allow, answer, type Behaviour } from './failure-server.ts';

/** What happens to a post when it is not simply answered. */
export const behaviours = {
  keepsItInSilence: ({ response, submission }) =>
    void response.writeHead(201).end(JSON.stringify(receiptOf(submission))),

  closesTheConnection: ({ request }) => void request.socket.destroy(),

  breaksOffInTheAnswer: ({ request, response }) => {
    response.writeHead(201, { ...allow(request), 'content-length': '500' });
    response.write('{"id":', () => request.socket.destroy());
  },

  resetsAfterTheHeaders: ({ request, response }) => {
    response.writeHead(201, { ...allow(request), 'content-length': '500' });
    response.flushHeaders();
    setImmediate(() => request.socket.resetAndDestroy());
  },

  neverAnswers: () => {},

  stopsInTheHeaders: ({ request }) =>
    void request.socket.write('HTTP/1.1 201 Created\r\ncontent-type: application/json\r\nx-slo'),

  stopsInTheAnswer: ({ request, response }) => {
    response.writeHead(201, allow(request));
    response.write('{"id":');
  },

  answersWithoutEnd: ({ request, response }) => {
    response.writeHead(200, allow(request));
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  },

  hidesWhenToTryAgain: ({ request, response }) =>
    void response.writeHead(429, { ...allow(request, ''), 'retry-after': '30' }).end(),

  namesATimeToTryAgain: (post) =>
    answer(429, '', { 'retry-after': new Date(Date.now() + 150_000).toUTCString() })(post),
} satisfies Record<string, Behaviour>;

export const receiptOf = ({ id }: { id: string }) => ({ id, status: 'confirmed' });
