/** Disjoint sets, with path halving. The representative of a set is its smallest member. */
export class UnionFind<Member extends string | number = string> {
  readonly #parent = new Map<Member, Member>();

  /** The smallest member of the set that `member` is in; null when nothing was joined to it. */
  find(member: Member): Member | null {
    return this.#parent.has(member) ? this.#root(member) : null;
  }

  join(a: Member, b: Member): void {
    const first = this.#added(a);
    const second = this.#added(b);
    if (first === second) return;
    if (first < second) this.#parent.set(second, first);
    else this.#parent.set(first, second);
  }

  /** Every set, by its smallest member. */
  sets(): Map<Member, Member[]> {
    const sets = new Map<Member, Member[]>();
    for (const member of this.#parent.keys()) {
      const root = this.#root(member);
      const set = sets.get(root);
      if (set) set.push(member);
      else sets.set(root, [member]);
    }
    return sets;
  }

  #added(member: Member): Member {
    if (!this.#parent.has(member)) this.#parent.set(member, member);
    return this.#root(member);
  }

  #root(member: Member): Member {
    let at = member;
    let parent = this.#parent.get(at)!;
    while (parent !== at) {
      const above = this.#parent.get(parent)!;
      this.#parent.set(at, above);
      at = above;
      parent = this.#parent.get(at)!;
    }
    return at;
  }
}
