import type { Chance } from './random.ts';
import type { Seat } from './seats.ts';
import type { Tables } from './tables.ts';

export type Role = 'operator' | 'mule' | 'unwitting' | 'victim' | 'benign';

/** Who is what, kept apart from all that detection may read. */
export class Labels {
  readonly #tables: Tables;
  readonly #chance: Chance;
  /** Seats that carry a label, so that nobody is drawn into two stories. */
  readonly told = new Set<Seat>();
  bad = 0;

  constructor(tables: Tables, chance: Chance) {
    this.#tables = tables;
    this.#chance = chance;
  }

  ring(): string {
    return `ring-${this.#chance.hex(8)}`;
  }

  tell(seats: readonly Seat[], role: Role, kind: string, note = '', cluster = ''): void {
    for (const seat of seats) {
      if (this.told.has(seat)) continue;
      this.told.add(seat);
      if (role !== 'benign') this.bad += 1;
      this.#tables.add('labels', { account_id: seat.id, cluster, role, kind, note });
    }
  }
}
