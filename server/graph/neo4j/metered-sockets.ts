/**
 * Bytes as they arrive. The driver hands over a row once all of it has arrived, however wide it is, and has no
 * setting for how much that may be: so its sockets are watched, in a thread that opens no others. To be called
 * before the driver connects.
 */
import net from 'node:net';
import tls from 'node:tls';

export interface Meter {
  /** Counts from nothing; a socket that brings more than so many bytes from now on is cut off. */
  allow(bytes: number): void;
  /** Whether more came than was allowed. */
  exceeded(): boolean;
}

export function meterSockets(): Meter {
  let left = Infinity;
  const watched = <S extends net.Socket>(socket: S): S =>
    socket.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) socket.destroy(new Error('More arrived than is allowed.'));
    });
  const { connect } = net;
  const connectSafely = tls.connect;
  Object.assign(net, {
    connect: (...args: Parameters<typeof connect>) => watched(connect(...args)),
  });
  Object.assign(tls, {
    connect: (...args: Parameters<typeof connectSafely>) => watched(connectSafely(...args)),
  });
  return {
    allow: (bytes) => {
      left = bytes;
    },
    exceeded: () => left < 0,
  };
}
