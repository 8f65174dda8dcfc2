import { request } from 'node:http';
import type { Intake, IntakeFile, IntakePreview, IntakeState } from '../../domain/intake.ts';
import type { FileMapping } from '../../domain/mapping.ts';
import { ask, type Answered, type ServedApp } from '../http/served.ts';

const json = { 'content-type': 'application/json' };
const bytes = { 'content-type': 'application/octet-stream' };

/** Talks to the intake routes as the page does. */
export function intakeClient(app: ServedApp) {
  const send = async (method: string, path: string, body?: unknown): Promise<Answered> =>
    ask(app.port, `/api/v1${path}`, {
      method,
      headers: body === undefined ? {} : json,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const good = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answered = await send(method, path, body);
    if (answered.status !== 200) throw new Error(answered.text);
    return JSON.parse(answered.text) as T;
  };
  const at = (id: string, name: string) => `/intakes/${id}/files/${encodeURIComponent(name)}`;
  return {
    send,
    good,
    at,
    begin: (body = {}) => good<Intake>('POST', '/intakes', body),
    intake: (id: string) => good<Intake>('GET', `/intakes/${id}`),
    state: (id: string) => good<IntakeState>('GET', `/intakes/${id}/state`),
    put: (id: string, name: string, content: string | Buffer, headers = bytes) =>
      putBytes(app.port, `/api/v1${at(id, name)}`, content, headers),
    async upload(id: string, name: string, content: string | Buffer): Promise<IntakeFile> {
      const answered = await putBytes(app.port, `/api/v1${at(id, name)}`, content, bytes);
      if (answered.status !== 200) throw new Error(answered.text);
      return JSON.parse(answered.text) as IntakeFile;
    },
    readAs: (id: string, name: string, reading: FileMapping, suggest = false) =>
      good<IntakeFile>('PUT', `${at(id, name)}/reading`, { reading, suggest }),
    preview: (id: string, name: string) => good<IntakePreview>('GET', `${at(id, name)}/preview`),
    /** Loads and waits until it has ended, asking as the page does. */
    async load(id: string): Promise<IntakeState> {
      let state = await good<IntakeState>('POST', `/intakes/${id}/load`, {});
      while (state.state === 'loading') state = await good('GET', `/intakes/${id}/state`);
      return state;
    },
  };
}

function putBytes(
  port: number,
  path: string,
  content: string | Buffer,
  headers: Record<string, string>,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port, path, method: 'PUT', headers, agent: false };
    const sent = request(to, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(content);
  });
}
