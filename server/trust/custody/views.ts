/** Who was shown which evidence. */
import { actor } from '../../platform/access/actor.ts';
import { Personal, type Draft } from './draft.ts';
import { sha256 } from './files.ts';
import { append } from './log.ts';

/** The same look of the same person within so long is recorded once: a page asks again whenever it is drawn anew. */
const sameLookMs = 10 * 60_000;

export class ViewLog {
  readonly #home: string;
  readonly #failed: (error: unknown) => void;
  /** Each look that was recorded, or is being, oldest first, by its digest. */
  readonly #looks = new Map<string, { at: number; written: Promise<void> }>();
  /** Being written. */
  readonly #pending = new Set<Promise<void>>();

  /** `failed` is told when a view cannot be recorded, which keeps nobody from looking. */
  constructor(home: string, failed: (error: unknown) => void) {
    this.#home = home;
    this.#failed = failed;
  }

  /** Records it, unless it was just now; nobody waits for that. */
  shown(subject: Draft['subject']): void {
    this.#recorded(subject).catch(this.#failed);
  }

  /** Records what is about to be shown, unless it was just now. Throws UnavailableError where it cannot be, and then it must not be shown. */
  async toBeShown(subject: Draft['subject']): Promise<void> {
    await this.#recorded(subject);
  }

  /** Resolves once every view so far is in the log, or could not be put there. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#pending);
  }

  #recorded(subject: Draft['subject']): Promise<void> {
    const now = Date.now();
    this.#forget(now - sameLookMs);
    const look = lookOf(subject);
    const known = this.#looks.get(look);
    if (known) return known.written;
    const written = this.#record(look, subject);
    this.#looks.set(look, { at: now, written });
    const pending = written.finally(() => this.#pending.delete(pending));
    this.#pending.add(pending);
    return pending;
  }

  async #record(look: string, subject: Draft['subject']): Promise<void> {
    try {
      await append(this.#home, { act: 'view', subject, before: null, after: null });
    } catch (error) {
      this.#looks.delete(look);
      throw error;
    }
  }

  #forget(before: number): void {
    for (const [look, { at }] of this.#looks) {
      if (at > before) return;
      this.#looks.delete(look);
    }
  }
}

/** Who looks at what; a digest, as what was asked with may be long. */
function lookOf(subject: Draft['subject']): string {
  const look = JSON.stringify([actor(), subject], (_name, value: unknown) =>
    value instanceof Personal ? value.value : value,
  );
  return sha256(Buffer.from(look));
}
