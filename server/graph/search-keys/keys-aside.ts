import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { AskedThread } from '../../platform/asked-thread.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { holdsNames, searchKeys, type SearchKeys } from './keys.ts';

/** What a node is found by hangs on these alone. */
export interface Sought {
  id: string;
  values: Readonly<Record<string, unknown>>;
  /** Where it was read, for who has to be told. */
  place: string;
}

export interface KeysQuestion {
  type: NodeTypeName;
  nodes: readonly Sought[];
}

/** The keys in the order of the nodes; or the place of the node that they could not be worked out for, and why. */
export type KeysAnswer = { keys: SearchKeys[] } | { place: string; fault: string };

/**
 * From so many nodes on a thread does it sooner. Measured: the words of a node with names take 40 to 110 µs, those of one without
 * 7, and to hand a node over and take its words back takes 3.
 */
const leastNodes = 500;

const thread = new URL('keys-thread.ts', import.meta.url);

/** Works out search keys in a thread of its own where that pays, beside whatever else is done. */
export class KeysAside {
  #thread: AskedThread<KeysQuestion, KeysAnswer> | null = null;

  /**
   * In the order of the nodes; null where they are as well worked out in place. Throws UnavailableError when the thread has ended.
   */
  async of(type: NodeTypeName, nodes: readonly Sought[]): Promise<readonly SearchKeys[] | null> {
    if (nodes.length < leastNodes || !holdsNames(type)) return null;
    this.#thread ??= new AskedThread(
      thread,
      (cause) => new UnavailableError(messages.load.wordsEnded, [], { cause }),
    );
    const answer = await this.#thread.ask({ type, nodes });
    if ('keys' in answer) return answer.keys;
    throw new Error(`${answer.place}: its search words: ${answer.fault}`);
  }

  async close(): Promise<void> {
    await this.#thread?.close();
  }
}

export function keysOrFault({ type, nodes }: KeysQuestion): KeysAnswer {
  const keys: SearchKeys[] = [];
  for (const { id, values, place } of nodes) {
    try {
      keys.push(searchKeys(type, id, values));
    } catch (error) {
      return { place, fault: (error as Error).message };
    }
  }
  return { keys };
}
