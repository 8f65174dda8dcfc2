import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What the Java side threw: the message of what caused it in the end. */
export class JavaError extends Error {}

/** An object of the Java side, by the name that the gateway gave it. */
export interface JavaObject {
  readonly id: string;
}

type Given = string | JavaObject;

/**
 * One connection to a Py4J gateway, which is how programs of other languages drive Spark: it runs what is called here in a
 * thread of its own, one call after another. A command is a few lines, `e` the last; an answer is one, `!y…` what came, `!x…` what was thrown.
 */
export class Py4j {
  readonly #socket: Socket;
  readonly #lines: AsyncIterator<string, undefined>;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#lines = createInterface({ input: socket, crlfDelay: Infinity })[Symbol.asyncIterator]();
  }

  /** Throws JavaError when the secret is not the gateway's. */
  static async open({ port, secret }: { port: number; secret: string }): Promise<Py4j> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    // Who waits for an answer sees that none comes.
    socket.on('error', () => socket.destroy());
    const connection = new Py4j(socket);
    await connection.#send(['A', escaped(secret)]);
    return connection;
  }

  /** Of a class, by its full name, or of an object. Brings an object, or the text that is no object. */
  async call(of: string | JavaObject, method: string, ...given: Given[]): Promise<JavaObject> {
    const said = await this.#invoke(of, method, given);
    return { id: said.slice(1) };
  }

  /** The same of a method that brings a text. */
  async text(of: JavaObject, method: string): Promise<string> {
    return unescaped((await this.#invoke(of, method, [])).slice(1));
  }

  close(): void {
    this.#socket.destroy();
  }

  async #invoke(of: string | JavaObject, method: string, given: readonly Given[]): Promise<string> {
    const target = typeof of === 'string' ? `z:${of}` : of.id;
    const said = await this.#send(['c', target, method, ...given.map(argument), 'e']);
    if (said.startsWith('!y')) return said.slice(2);
    throw new JavaError(
      said.startsWith('!xr') ? await this.#cause({ id: said.slice(3) }) : unescaped(said.slice(3)),
    );
  }

  /** What an exception says that nothing else caused. */
  async #cause(thrown: JavaObject): Promise<string> {
    const said = await this.#send(['c', thrown.id, 'getCause', 'e']);
    if (said.startsWith('!yr')) return this.#cause({ id: said.slice(3) });
    return this.text(thrown, 'toString');
  }

  /** One command after another, whoever calls. */
  #send(lines: readonly string[]): Promise<string> {
    const sent = this.#turn.then(async () => {
      this.#socket.write(lines.map((line) => `${line}\n`).join(''));
      const line: IteratorResult<string, undefined> = await this.#lines.next();
      if (line.done) throw new JavaError('');
      if (line.value.startsWith('!')) return line.value;
      throw new JavaError(line.value);
    });
    this.#turn = sent.catch(() => undefined);
    return sent;
  }
}

function argument(given: Given): string {
  return typeof given === 'string' ? `s${escaped(given)}` : `r${given.id}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, letter: string) =>
    letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter,
  );
}
