import type { Quota } from '../../../domain/api/quota.ts';
import { messages } from '../../../domain/messages/index.ts';
import { TooManyError } from '../../platform/problems.ts';
import {
  counted,
  usualQuotas,
  type Counted,
  type QuotaLimits,
} from '../../platform/settings/quota-settings.ts';
import { HourlyCount } from './hourly-count.ts';

/** Somebody has asked for more than one person may in an hour. */
export class QuotaError extends TooManyError {
  readonly what: Counted;
  readonly who: string;
  readonly most: number;

  constructor({ what, who, most }: { what: Counted; who: string; most: number }, seconds: number) {
    super(messages.quota.reached(what, most, seconds), seconds);
    this.what = what;
    this.who = who;
    this.most = most;
  }
}

/** What a request counts as; bytes are counted as they arrive. */
const countedAs: Readonly<Record<Quota, Counted>> = {
  queries: 'queries',
  uploads: 'uploadFiles',
  exports: 'exports',
};

interface Counting {
  count: HourlyCount;
  /** Until when what was refused has been recorded, so that it is once and not for each refusal. */
  recordedUntil: number;
}

/** What each person has had within the last hour, at this server; those who had nothing are forgotten. */
export class PersonQuotas {
  readonly #limits: QuotaLimits;
  readonly #now: () => number;
  readonly #people: Readonly<Record<Counted, Map<string, Counting>>>;
  readonly #had: Record<Counted, { taken: number; refused: number }>;

  constructor(limits: QuotaLimits = usualQuotas, now: () => number = Date.now) {
    this.#limits = limits;
    this.#now = now;
    const each = <T>(make: () => T) =>
      Object.fromEntries(counted.map((what) => [what, make()])) as Record<Counted, T>;
    this.#people = each(() => new Map<string, Counting>());
    this.#had = each(() => ({ taken: 0, refused: 0 }));
  }

  /** Throws QuotaError where one more is too many. */
  take(quota: Quota, who: string): void {
    this.#take(countedAs[quota], who, 1);
  }

  /** As bytes of an upload arrive, whose announced length is told first; throws QuotaError where they are too many. */
  arriving(who: string): Record<'announced' | 'arrived', (bytes: number) => void> {
    return {
      announced: (bytes) => {
        const most = this.#limits.uploadBytes;
        if (most === null) return;
        const wait = this.#countOf('uploadBytes', who).count.wait(bytes, most, this.#now());
        if (wait !== null) this.#refuse('uploadBytes', { who, most }, wait);
      },
      arrived: (bytes) => this.#take('uploadBytes', who, bytes),
    };
  }

  /** True once, until there is room again. */
  isNews({ what, who, retryAfter }: QuotaError): boolean {
    const counting = this.#countOf(what, who);
    const now = this.#now();
    if (now < counting.recordedUntil) return false;
    counting.recordedUntil = now + retryAfter * 1_000;
    return true;
  }

  /** How much was taken and how often it was refused since the start. */
  had(what: Counted): Readonly<{ taken: number; refused: number }> {
    return this.#had[what];
  }

  #take(what: Counted, who: string, amount: number): void {
    const most = this.#limits[what];
    if (most !== null) {
      const wait = this.#countOf(what, who).count.take(amount, most, this.#now());
      if (wait !== null) this.#refuse(what, { who, most }, wait);
    }
    this.#had[what].taken += amount;
  }

  #refuse(what: Counted, { who, most }: { who: string; most: number }, wait: number): never {
    this.#had[what].refused += 1;
    throw new QuotaError({ what, who, most }, wait);
  }

  #countOf(what: Counted, who: string): Counting {
    const people = this.#people[what];
    const known = people.get(who);
    if (known) return known;
    const now = this.#now();
    for (const [other, { count }] of people) if (count.isEmpty(now)) people.delete(other);
    const fresh = { count: new HourlyCount(), recordedUntil: 0 };
    people.set(who, fresh);
    return fresh;
  }
}
