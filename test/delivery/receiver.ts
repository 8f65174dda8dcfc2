import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A real receiver of webhooks that keeps what it is sent. */
export interface Receiver {
  url: string;
  requests: Received[];
  /** How it answers; with nothing it never does. */
  answer: (response: ServerResponse, request: Received) => void;
  close: () => Promise<void>;
}

export async function receiver(): Promise<Receiver> {
  const self = { requests: [] as Received[] } as Receiver;
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const received = { headers: request.headers, body: Buffer.concat(pieces).toString() };
      self.requests.push(received);
      self.answer(response, received);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  self.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=of-the-receiver`;
  self.answer = accepts;
  self.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return self;
}

export function accepts(response: ServerResponse): void {
  response.writeHead(204).end();
}
