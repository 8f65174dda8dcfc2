import { Machines } from './machines.ts';
import { openHubs, openPurse, type Hubs, type Purse } from './money.ts';
import { drawName } from './names.ts';
import { Networks, type Net } from './networks.ts';
import type { City, Country } from './places.ts';
import type { Random } from './random.ts';
import { drawRegime, type Regime } from './regime.ts';
import type { Seat } from './seats.ts';
import { Tables } from './tables.ts';
import { drawVoice, type Voice } from './texts.ts';

interface Extra {
  from: Purse;
  to: Purse;
  amount: number;
  at: number;
  note: string;
  by?: string;
  status?: string;
}

/** Everything that the parts of a world share while it is made. */
export class World {
  readonly rng: Random;
  readonly regime: Regime;
  readonly tables = new Tables();
  readonly nets: Networks;
  readonly machines: Machines;
  readonly purses: Purse[] = [];
  readonly hubs: Hubs;
  readonly seats: Seat[] = [];
  /** How many of the first seats are ordinary people's. */
  ordinary = 0;
  /** What can only be dealt out once everybody is there. */
  readonly later: (() => void)[] = [];
  /** Payments outside of jobs, made when their time comes. */
  readonly extra: Extra[] = [];
  /** Pitches that circulate in forums and courses. */
  readonly publicVoices: Voice[];
  readonly forwarders: string[];
  private readonly ids = new Set<string>();
  private readonly landlords = new Map<string, Purse[]>();
  private readonly cafes = new Map<string, Net[]>();
  private readonly taxes = new Map<string, Purse>();

  constructor(rng: Random) {
    this.rng = rng;
    this.regime = drawRegime(rng);
    this.nets = new Networks(rng, this.regime);
    this.machines = new Machines(rng, this.regime, (prefix) => this.newId(prefix));
    this.hubs = openHubs(this);
    this.publicVoices = Array.from({ length: rng.int(4, 14) }, () => drawVoice(rng));
    this.forwarders = Array.from(
      { length: 8 },
      () => `${rng.int(1, 90)} Freight Park, Unit ${rng.int(1, 40)}`,
    );
  }

  newId(prefix: string): string {
    const { rng } = this;
    for (;;) {
      const style = this.regime.idStyle;
      const body = style === 'digits' ? `1${rng.digits(9)}` : rng.hex(12);
      const id = style === 'mixed' ? `${prefix}_${body}` : body;
      if (!this.ids.has(id)) {
        this.ids.add(id);
        return id;
      }
    }
  }

  /** One of a town's landlords; the larger ones have many tenants. */
  landlord(country: Country, city: City): Purse {
    const { rng } = this;
    const key = country.code + city.name;
    const known = this.landlords.get(key) ?? [];
    this.landlords.set(key, known);
    if (known.length === 0 || rng.chance(0.35)) {
      const name = drawName(rng, country.culture);
      const firm = rng.chance(0.4);
      const holder = firm ? `${name.family} Properties` : `${name.given} ${name.family}`;
      known.push(openPurse(this, 'bank', holder, country));
      return known[known.length - 1]!;
    }
    return rng.pick(known);
  }

  cafe(country: Country, city: City): Net {
    const { rng } = this;
    const key = country.code + city.name;
    const known = this.cafes.get(key) ?? [];
    this.cafes.set(key, known);
    if (known.length < 3 || rng.chance(0.1)) {
      const kind = rng.chance(0.7) ? 'business' : 'coworking';
      known.push(this.nets.place(kind, country, city));
    }
    return rng.pick(known);
  }

  taxOffice(country: Country): Purse {
    let office = this.taxes.get(country.code);
    if (!office) {
      office = openPurse(this, 'bank', `Revenue Office ${country.code}`, country);
      this.taxes.set(country.code, office);
    }
    return office;
  }
}
