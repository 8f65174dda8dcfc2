/** A provider on this machine that takes every connection and answers nothing, until it is told to. */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class SilentProvider {
  readonly issuer: string;
  /** How often it was asked. */
  asked = 0;
  readonly #server: Server;
  readonly #waiting: ServerResponse[] = [];

  private constructor(server: Server) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    server.on('request', (_request, response: ServerResponse) => {
      this.asked += 1;
      this.#waiting.push(response);
      server.emit('asked');
    });
  }

  static async listen(): Promise<SilentProvider> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SilentProvider(server);
  }

  /** Once it has been asked so often. */
  async untilAsked(times: number): Promise<void> {
    while (this.asked < times) await once(this.#server, 'asked');
  }

  /** Says at last how to sign in there, to all who wait. */
  answer(): void {
    const { issuer } = this;
    const said = JSON.stringify({
      ...{ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` },
      jwks_uri: `${issuer}/keys`,
    });
    for (const response of this.#waiting.splice(0))
      response.setHeader('content-type', 'application/json').end(said);
  }

  /** Hangs up on all who wait. */
  hangUp(): void {
    this.#waiting.splice(0);
    this.#server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
