/** Disjoint sets of texts, with path halving. The representative of a set is its smallest member. */
export class UnionFind {
  readonly #parent = new Map<string, string>();

  /** The smallest member of the set that `member` is in; a set of its own when new. */
  find(member: string): string {
    let at = member;
    let parent = this.#parent.get(at);
    if (parent === undefined) {
      this.#parent.set(member, member);
      return member;
    }
    while (parent !== at) {
      const above = this.#parent.get(parent)!;
      this.#parent.set(at, above);
      at = above;
      parent = this.#parent.get(at)!;
    }
    return at;
  }

  join(a: string, b: string): void {
    const first = this.find(a);
    const second = this.find(b);
    if (first === second) return;
    if (first < second) this.#parent.set(second, first);
    else this.#parent.set(first, second);
  }

  /** Every set, by its smallest member. */
  sets(): Map<string, string[]> {
    const sets = new Map<string, string[]>();
    for (const member of this.#parent.keys()) {
      const root = this.find(member);
      const set = sets.get(root);
      if (set) set.push(member);
      else sets.set(root, [member]);
    }
    return sets;
  }
}
