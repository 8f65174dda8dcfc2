/** How many have their turn at once, and how many more may wait for it. */
export interface Bounds {
  atOnce: number;
  waiting: number;
  /** How many of those at once one person may have; left out, half. */
  share?: number;
}

/** Who asks for a turn: null is a whole house that does not sign in, which nobody else waits for. */
export type Who = string | null;

/** Too many wait: all of them together, or of one person. */
export class LineFull extends Error {
  readonly waiting: number;
  readonly ofOne: boolean;

  constructor(waiting: number, ofOne: boolean) {
    super('too many wait');
    this.waiting = waiting;
    this.ofOne = ofOne;
  }
}

interface Waiting {
  who: Who;
  id: string;
  begin: () => void;
}

/**
 * Turns of one kind. Whoever has the fewest of them is next, and of those whoever had none for longest: one who asks a hundred
 * times keeps another waiting for no more than what is under way. One person never has more than their share.
 */
export class FairLine {
  readonly #bounds: Required<Bounds>;
  #waiting: Waiting[] = [];
  #taken = 0;
  /** Of each person who has a turn or waits: how many they have, and the number of their last. */
  readonly #people = new Map<Who, { has: number; last: number }>();
  #begun = 0;

  constructor(bounds: Bounds) {
    this.#bounds = { share: Math.ceil(bounds.atOnce / 2), ...bounds };
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** How many are before that one; null where it does not wait. */
  ahead(id: string): number | null {
    const at = this.#order().findIndex((each) => each.id === id);
    return at < 0 ? null : at;
  }

  /** Throws LineFull; rejects with the signal's reason where that comes before the turn. */
  async take<T>(
    { who, id, gone }: { who: Who; id: string; gone: AbortSignal },
    work: () => Promise<T>,
  ): Promise<T> {
    gone.throwIfAborted();
    if (!this.#mayBegin(who)) {
      this.#refuseMore(who);
      await this.#turn({ who, id, gone });
    } else this.#begin(who);
    try {
      return await work();
    } finally {
      this.#end(who);
    }
  }

  #turn({ who, id, gone }: { who: Who; id: string; gone: AbortSignal }): Promise<void> {
    return new Promise((resolve, reject) => {
      const left = () => {
        this.#waiting = this.#waiting.filter((each) => each !== mine);
        this.#forget(who);
        reject(gone.reason as Error);
      };
      const begin = () => {
        gone.removeEventListener('abort', left);
        resolve();
      };
      const mine = { who, id, begin };
      gone.addEventListener('abort', left, { once: true });
      this.#waiting.push(mine);
    });
  }

  #refuseMore(who: Who): void {
    const { waiting } = this.#bounds;
    if (this.#waiting.length >= waiting) throw new LineFull(waiting, false);
    if (who === null) return;
    const own = this.#waiting.filter((each) => each.who === who).length;
    if (own >= Math.ceil(waiting / 2)) throw new LineFull(own, true);
  }

  #mayBegin(who: Who): boolean {
    const { atOnce, share } = this.#bounds;
    return this.#taken < atOnce && this.#has(who) < (who === null ? atOnce : share);
  }

  #has(who: Who): number {
    return this.#people.get(who)?.has ?? 0;
  }

  #begin(who: Who): void {
    this.#taken += 1;
    this.#begun += 1;
    this.#people.set(who, { has: this.#has(who) + 1, last: this.#begun });
  }

  #end(who: Who): void {
    this.#taken -= 1;
    const { last = 0 } = this.#people.get(who) ?? {};
    this.#people.set(who, { has: this.#has(who) - 1, last });
    this.#forget(who);
    for (;;) {
      const next = this.#order().find((each) => this.#mayBegin(each.who));
      if (!next) return;
      this.#waiting = this.#waiting.filter((each) => each !== next);
      this.#begin(next.who);
      next.begin();
    }
  }

  #forget(who: Who): void {
    if (this.#has(who) === 0 && !this.#waiting.some((each) => each.who === who))
      this.#people.delete(who);
  }

  /** Who waits, in the order of their turns. */
  #order(): Waiting[] {
    const asked = new Map<Who, number>();
    return this.#waiting
      .map((each) => {
        const { has = 0, last = 0 } = this.#people.get(each.who) ?? {};
        const before = asked.get(each.who) ?? 0;
        asked.set(each.who, before + 1);
        // What somebody asks beside comes after what they have asked, and so after all that has begun.
        return { each, round: has + before, last: before === 0 ? last : this.#begun + before };
      })
      .sort((a, b) => a.round - b.round || a.last - b.last)
      .map(({ each }) => each);
  }
}
