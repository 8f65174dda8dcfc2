import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Letter {
  /** Whom the server was told to bring it to. */
  to: string[];
  mail: ParsedMail;
  raw: string;
  /** Whether it came encrypted, and as whom its sender gave himself out. */
  encrypted: boolean;
  user: string | undefined;
}

/** A real mail server that keeps what it is sent. */
export interface Letterbox {
  port: number;
  letters: Letter[];
  /** Called with each piece of a mail as it arrives. */
  onPiece: () => void;
  close: () => Promise<void>;
}

/** Takes mail for everybody but `nobody@…` (for good) and `later@…` (for now). */
export async function letterbox(options: SMTPServerOptions): Promise<Letterbox> {
  const box = { letters: [] as Letter[], onPiece: () => undefined } as unknown as Letterbox;
  const server = new SMTPServer({
    disableReverseLookup: true,
    authOptional: true,
    onAuth({ username, password }, _session, callback) {
      if (username === 'skein' && password === 'p@ss:word') callback(null, { user: username });
      else callback(Object.assign(new Error('No such user'), { responseCode: 535 }));
    },
    onRcptTo({ address }, _session, callback) {
      const refusals: Record<string, [number, string]> = {
        nobody: [550, 'No such person'],
        later: [451, 'Come back later'],
      };
      const refusal = refusals[address.split('@')[0]!];
      if (refusal) callback(Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }));
      else callback();
    },
    onData(stream, session, callback) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => {
        pieces.push(piece);
        box.onPiece();
      });
      stream.on('end', () => {
        const raw = Buffer.concat(pieces);
        void simpleParser(raw).then((mail) => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          const { user } = session as { user?: string };
          box.letters.push({ to, mail, raw: raw.toString(), encrypted: session.secure, user });
          callback();
        });
      });
    },
    ...options,
  });
  // A client that breaks off is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  box.port = (server.server.address() as AddressInfo).port;
  box.close = () => new Promise((resolve) => server.close(() => resolve()));
  return box;
}

/** A certificate of one's own for localhost, in a folder that `remove` deletes. */
export async function certificate() {
  const folder = await mkdtemp(join(tmpdir(), 'skein-mail-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', ['req', ...made, '-keyout', key, '-out', cert, '-days', '2', ...names], {
    stdio: 'pipe',
  });
  return {
    file: cert,
    keyFile: key,
    key: await readFile(key, 'utf8'),
    cert: await readFile(cert, 'utf8'),
    remove: () => rm(folder, { recursive: true }),
  };
}
