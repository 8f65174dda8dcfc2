import { createServer, type AddressInfo, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import { JavaError, Py4j } from '../../server/detection/columns/py4j.ts';

let server: Server | null = null;
afterEach(() => server?.close());

/** A gateway that answers so, command by command; what it is told is noted. Without an answer left it hangs up. */
async function gateway(...answers: string[]) {
  const told: string[] = [];
  server = createServer((socket) => {
    createInterface({ input: socket }).on('line', (line) => {
      told.push(line);
      if (line !== 'e' && told[0] !== 'A') return;
      if (line !== 'e' && told.length !== 2) return;
      const answer = answers.shift();
      if (answer === undefined) socket.destroy();
      else socket.write(`${answer}\n`);
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return { told, port: (server.address() as AddressInfo).port };
}

it('says who it is, calls methods with texts of any form, and brings objects', async () => {
  const { told, port } = await gateway('!yv', '!yro0', '!ysa\\nb\\\\c');
  const connection = await Py4j.open({ port, secret: 'secret' });
  const object = await connection.call('a.Class', 'make', 'one\n"two" \\ three');
  expect(object).toEqual({ id: 'o0' });
  expect(await connection.text(object, 'toString')).toBe('a\nb\\c');
  expect(told).toEqual([
    ...['A', 'secret', 'c', 'z:a.Class', 'make', 'sone\\n"two" \\\\ three', 'e'],
    ...['c', 'o0', 'toString', 'e'],
  ]);
  connection.close();
});

it('throws what caused an exception in the end', async () => {
  const { port } = await gateway('!yv', '!xro1', '!yro2', '!yn', '!ysthe cause');
  const connection = await Py4j.open({ port, secret: 'secret' });
  await expect(connection.call('a.Class', 'make')).rejects.toThrow(new JavaError('the cause'));
  connection.close();
});

it('throws when the other side goes', async () => {
  const { port } = await gateway('!yv');
  const connection = await Py4j.open({ port, secret: 'secret' });
  await expect(connection.call('a.Class', 'make')).rejects.toThrow(JavaError);
});
