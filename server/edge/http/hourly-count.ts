const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How much was taken within the last hour, to the minute. */
export class HourlyCount {
  /** By the minute in which it was taken, the earliest first. */
  readonly #taken: { minute: number; amount: number }[] = [];
  #sum = 0;

  /** Takes it and returns null, or takes nothing and returns in how many seconds there is room for it. */
  take(amount: number, most: number, now: number): number | null {
    const wait = this.wait(amount, most, now);
    if (wait !== null) return wait;
    const minute = Math.floor(now / minuteMs);
    const last = this.#taken.at(-1);
    if (last?.minute === minute) last.amount += amount;
    else this.#taken.push({ minute, amount });
    this.#sum += amount;
    return null;
  }

  /** Whether nothing was taken within the hour. */
  isEmpty(now: number): boolean {
    this.#forget(now);
    return this.#taken.length === 0;
  }

  /** In how many seconds there is room for it; null: there is now. What is larger than all of an hour never finds any. */
  wait(amount: number, most: number, now: number): number | null {
    this.#forget(now);
    let sum = this.#sum;
    if (sum + amount <= most) return null;
    for (const { minute, amount: then } of this.#taken) {
      sum -= then;
      if (sum + amount <= most) return secondsUntilGone(minute, now);
    }
    const last = this.#taken.at(-1);
    return last ? secondsUntilGone(last.minute, now) : hourMs / 1_000;
  }

  #forget(now: number): void {
    for (;;) {
      const first = this.#taken[0];
      if (!first || secondsUntilGone(first.minute, now) > 0) return;
      this.#sum -= first.amount;
      this.#taken.shift();
    }
  }
}

/** After its minute has ended, nothing of it lies within the hour. */
function secondsUntilGone(minute: number, now: number): number {
  return Math.ceil(((minute + 1) * minuteMs + hourMs - now) / 1_000);
}
