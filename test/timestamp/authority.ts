/** A timestamp authority of the test's own: OpenSSL behind an HTTP server, as RFC 3161 section 3.4 describes. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

export interface TestAuthority {
  url: string;
  /** The certificate of its root, in PEM. */
  root: string;
  rootFile: string;
  /** What it answers with next, instead of a timestamp. */
  answerNext: (answer: (query: Buffer) => Buffer) => void;
  close: () => Promise<void>;
}

const policy = `
[ tsa ]
default_tsa = own
[ own ]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
tsa_name = yes
ess_cert_id_alg = sha256
`;

const stamping = `
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
basicConstraints = critical,CA:FALSE
`;

export async function startAuthority(): Promise<TestAuthority> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-authority-'));
  const openssl = (...words: string[]) =>
    execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  await writeFile(join(folder, 'tsa.cnf'), policy);
  await writeFile(join(folder, 'stamping.cnf'), stamping);
  await writeFile(join(folder, 'serial'), '01\n');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-subj',
    '/CN=Test Root',
    '-days',
    '3650',
  );
  openssl(
    'req',
    '-new',
    ...key,
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    '/CN=Test Timestamps',
  );
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'root.pem',
    '-CAkey',
    'root.key',
    '-CAcreateserial',
    '-out',
    'tsa.pem',
    '-days',
    '3650',
    '-extfile',
    'stamping.cnf',
  );
  const reply = (query: Buffer): Buffer => {
    writeFileSync(join(folder, 'query.tsq'), query);
    const by = ['-config', 'tsa.cnf', '-section', 'own', '-signer', 'tsa.pem', '-inkey', 'tsa.key'];
    return openssl('ts', '-reply', '-queryfile', 'query.tsq', ...by);
  };
  let next: ((query: Buffer) => Buffer) | null = null;
  const server = createServer((request, response) => {
    void buffer(request).then((query) => {
      const answer = (next ?? reply)(query);
      next = null;
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    root: await readFile(join(folder, 'root.pem'), 'utf8'),
    rootFile: join(folder, 'root.pem'),
    answerNext: (answer) => {
      next = answer;
    },
    close: async () => {
      await closed(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
