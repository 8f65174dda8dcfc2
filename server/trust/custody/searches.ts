/** What was searched for: as one comes to rest, and not letter by letter. */
import { actingAs, actor } from '../../platform/access/actor.ts';
import { Personal } from './draft.ts';
import type { ViewLog } from './views.ts';

interface Typing {
  text: string;
  /** Recorded before, and `text` is its beginning: one deletes back, which needs no entry a letter. */
  told: string;
  timer: NodeJS.Timeout;
  tell: () => void;
}

/** Whoever goes on typing within so long is not done. */
const restMs = 3_000;

/** Nobody waits for what is recorded of a search. */
export class SearchLog {
  readonly #views: ViewLog;
  /** By person. */
  readonly #typing = new Map<string, Typing>();

  constructor(views: ViewLog) {
    this.#views = views;
  }

  /** Whatever was searched for is recorded at its longest: letters added make one text of it, anything else begins another. */
  searched(text: string): void {
    const who = actor();
    const before = this.#typing.get(who);
    let told = '';
    if (before) {
      clearTimeout(before.timer);
      if (!text.startsWith(before.text)) {
        if (!before.told.startsWith(before.text)) before.tell();
        const longest = before.told.startsWith(before.text) ? before.told : before.text;
        if (longest.startsWith(text)) told = longest;
      } else if (before.told.startsWith(text)) told = before.told;
    }
    const tell = () => {
      if (this.#typing.get(who)?.text === text) this.#typing.delete(who);
      actingAs(who, () => this.#views.shown({ search: new Personal(text, []) }));
    };
    this.#typing.set(who, { text, told, tell, timer: setTimeout(tell, restMs).unref() });
  }

  /** Records what is being typed too, and resolves once all is in the log. */
  async settled(): Promise<void> {
    for (const { timer, tell } of [...this.#typing.values()]) {
      clearTimeout(timer);
      tell();
    }
    await this.#views.settled();
  }
}
