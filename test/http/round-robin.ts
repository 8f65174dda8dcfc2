import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that gives each request to the next server, as it came. */
export interface RoundRobin {
  port: number;
  /** To which of the servers each request went, in their order. */
  went: number[];
  /** The ports of the servers; to be given before the first request. */
  to: number[];
  close(): Promise<void>;
}

export async function roundRobin(): Promise<RoundRobin> {
  const [went, to]: [number[], number[]] = [[], []];
  const server: Server = createServer((came, answer) => {
    const at = went.length % to.length;
    went.push(at);
    const { method, url: path, headers } = came;
    const passed = request(
      { host: '127.0.0.1', port: to[at], method, path, headers, agent: false },
      (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      },
    );
    passed.on('error', () => answer.writeHead(502).end());
    came.pipe(passed);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...{ port: (server.address() as AddressInfo).port, went, to },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
