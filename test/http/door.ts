import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to the database that can be shut and opened again, as its server stops and starts. */
export interface Door {
  /** The database's own address, but through the door. */
  uri: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** An open door to the database at `uri`; it keeps its port. */
export async function doorTo(uri: string): Promise<Door> {
  const beyond = new URL(uri);
  const passing = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(beyond.port), beyond.hostname);
    for (const socket of [near, far]) {
      passing.add(socket);
      socket.on('close', () => {
        passing.delete(socket);
        near.destroy();
        far.destroy();
      });
      // What breaks is told by the close that follows.
      socket.on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    uri: `bolt://127.0.0.1:${port}`,
    open: () => listen(port),
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of passing) socket.destroy();
      }),
  };
}
