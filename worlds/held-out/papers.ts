import { day, end, stamp } from './calendar.ts';
import { drawAddress, full } from './places.ts';
import type { Chance } from './random.ts';
import type { Seat } from './seats.ts';
import type { Row, Tables } from './tables.ts';
import { say } from './texts.ts';

const idKinds = ['passport', 'national_id', 'driving_licence', 'resident_card'];

/** Documents that people hand in. */
export class Papers {
  /** Those who handed in papers of identity. */
  readonly identified = new Set<Seat>();
  readonly #chance: Chance;
  readonly #tables: Tables;
  readonly #forms: string[];

  constructor(chance: Chance, tables: Tables) {
    this.#chance = chance;
    this.#tables = tables;
    this.#forms = Array.from({ length: 60 }, () => chance.hex(16));
  }

  /** Hands in a document. */
  paper(seat: Seat, cells: Row): void {
    // What comes after the last day is not known yet.
    if (String(cells['submitted_at']) > stamp(end)) return;
    this.#tables.add('documents', {
      document_id: `d-${this.#tables.id()}`,
      account_id: seat.id,
      ...cells,
    });
  }

  /** Papers as everyone hands them in; what a ring's papers share is laid over them. */
  identify(seat: Seat, laid: Row = {}): void {
    const chance = this.#chance;
    this.identified.add(seat);
    const who = seat.shown;
    const tries = chance.yes(0.09) ? 2 : 1;
    const number = chance.hex(9).toUpperCase();
    const kind = chance.pick(idKinds);
    for (let at = 0; at < tries; at++)
      this.paper(seat, {
        kind,
        used_for: chance.pick(['signup', 'verification']),
        name_on_document: chance.yes(0.9)
          ? chance.yes(0.3)
            ? full(who.name).toUpperCase()
            : full(who.name)
          : '',
        birth_date: chance.yes(0.6) ? who.birth : '',
        number: chance.yes(0.8) ? number : '',
        issuing_country: chance.yes(0.7) ? who.city.country : '',
        address_on_document: chance.yes(0.35)
          ? chance.yes(0.9)
            ? who.address
            : drawAddress(chance, who.city)
          : '',
        sha256: chance.yes(0.8) ? chance.hex(64) : '',
        perceptual_hash: chance.yes(0.7) ? this.#picture() : '',
        photo_hash: chance.yes(0.6) ? who.photo : '',
        verification_result:
          at + 1 < tries
            ? chance.pick(['failed', 'poor_image'])
            : chance.weighted(['passed', 'failed', 'poor_image', 'unchecked'], (result) =>
                result === 'passed' ? 20 : 1,
              ),
        submitted_at: stamp(seat.created + chance.skewed(0.4, 1.2) * day + at * day),
        ...laid,
      });
  }

  /** A scan's hash; some forms look alike whoever fills them in. */
  #picture(): string {
    const chance = this.#chance;
    return chance.yes(0.05)
      ? flipped(chance, chance.pick(this.#forms), chance.whole(0, 8))
      : chance.hex(16);
  }

  /** What somebody says of themselves where there is no job to speak of. */
  about(seat: Seat, pitch = seat.pitch): string {
    const { shown, trade } = seat;
    return say(this.#chance, pitch, {
      me: full(shown.name),
      client: 'reader',
      job: 'new work',
      trade,
      city: shown.city.name,
    });
  }
}

/** The picture's hash after small changes. */
export function flipped(chance: Chance, hash: string, bits: number): string {
  let value = BigInt(`0x${hash}`);
  for (let at = 0; at < bits; at++) value ^= 1n << BigInt(chance.whole(0, 63));
  return value.toString(16).padStart(16, '0');
}
