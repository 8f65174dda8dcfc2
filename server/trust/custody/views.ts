/** Who was shown which evidence. */
import { actor } from '../../platform/access/actor.ts';
import { Personal, type Draft } from './draft.ts';
import { append } from './log.ts';

/** The same look of the same person within so long is recorded once: a page asks again whenever it is drawn anew. */
const sameLookMs = 10 * 60_000;

export class ViewLog {
  readonly #home: string;
  readonly #failed: (error: unknown) => void;
  /** When each look was recorded, oldest first. */
  readonly #looks = new Map<string, number>();
  /** Being written. */
  readonly #pending = new Set<Promise<void>>();

  /** `failed` is told when a view cannot be recorded, which keeps nobody from looking. */
  constructor(home: string, failed: (error: unknown) => void) {
    this.#home = home;
    this.#failed = failed;
  }

  /** Records it, unless it was just now; nobody waits for that. */
  shown(subject: Draft['subject']): void {
    const now = Date.now();
    this.#forget(now - sameLookMs);
    const look = JSON.stringify([actor(), subject], (_name, value: unknown) =>
      value instanceof Personal ? value.value : value,
    );
    if (this.#looks.has(look)) return;
    this.#looks.set(look, now);
    const writing = this.#record(look, subject).finally(() => this.#pending.delete(writing));
    this.#pending.add(writing);
  }

  /** Resolves once every view so far is in the log, or could not be put there. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }

  async #record(look: string, subject: Draft['subject']): Promise<void> {
    try {
      await append(this.#home, { act: 'view', subject, before: null, after: null });
    } catch (error) {
      this.#looks.delete(look);
      this.#failed(error);
    }
  }

  #forget(before: number): void {
    for (const [look, at] of this.#looks) {
      if (at > before) return;
      this.#looks.delete(look);
    }
  }
}
