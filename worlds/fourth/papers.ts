import { Random } from './random.ts';
import { DAY } from './rules.ts';
import { type Account, type World, iso, isDay } from './state.ts';
import { type Row } from './tables.ts';
import { STREETS } from './places.ts';
import { TRADES } from './phrases.ts';

/** The hash with that many of its bits turned. */
export function flip(random: Random, hash: string, bits: number): string {
  let value = BigInt(`0x${hash}`);
  for (let turn = 0; turn < bits; turn++) value ^= 1n << BigInt(random.int(0, hash.length * 4 - 1));
  return value.toString(16).padStart(hash.length, '0');
}

const IDENTITY = ['passport', 'national_id', 'driving_licence', 'resident_card', 'social_security'];

/** Papers people hand in when they join. Two scans of one form resemble each other, as forms do. */
export class Registry {
  readonly #world: World;
  readonly #random: Random;
  readonly #forms = new Map<string, string>();
  readonly #schools: { name: string; email: string; phone: string }[];

  constructor(world: World) {
    this.#world = world;
    this.#random = new Random(world.random.hex(12));
    this.#schools = STREETS.flatMap((street) => [
      this.#issuer(`${street} College`),
      this.#issuer(`${street} Institute of Technology`),
    ]);
  }

  #issuer(name: string): { name: string; email: string; phone: string } {
    const domain = name.toLowerCase().replaceAll(/\W+/g, '-');
    return { name, email: `office@${domain}.example`, phone: `+1555${this.#random.digits(7)}` };
  }

  school(): string {
    return this.#random.pick(this.#schools).name;
  }

  /** One paper of that kind; what is not given is what an honest person's would say. */
  paper(account: Account, kind: string, at: number, more: Row = {}): Row {
    const random = this.#random;
    const { person, row } = account;
    const form = `${kind} ${person.city.country.code}`;
    if (!this.#forms.has(form)) this.#forms.set(form, random.hex(16));
    const identity = IDENTITY.includes(kind);
    const school = this.#schools.find((one) => one.name === row.education);
    const paper: Row = {
      document_id: this.#world.id('d'),
      account_id: account.id,
      kind,
      used_for: identity || kind === 'statement' ? 'verification' : 'signup',
      name_on_document: random.chance(this.#world.rules.mismatch * 0.5)
        ? `${person.family} ${person.given}`
        : (row.legal_name ?? person.name),
      birth_date: identity ? person.birth : '',
      number: identity ? (kind === 'passport' ? person.number : random.digits(9)) : '',
      issuing_country: identity ? person.city.country.code : '',
      issuer_name: kind === 'diploma' ? (school?.name ?? '') : '',
      issuer_email: kind === 'diploma' ? (school?.email ?? '') : '',
      issuer_phone: kind === 'diploma' ? (school?.phone ?? '') : '',
      address_on_document: identity || kind === 'statement' ? person.address : '',
      sha256: random.hex(64),
      perceptual_hash: flip(random, this.#forms.get(form)!, random.int(12, 40)),
      photo_hash:
        identity && kind !== 'social_security' ? flip(random, person.face, random.int(0, 4)) : '',
      verification_result: random.weighted(['passed', 'poor_image', 'failed', 'unchecked'], (r) =>
        r === 'passed' ? 86 : r === 'poor_image' ? 6 : r === 'failed' ? 3 : 5,
      ),
      text: '',
      submitted_at: iso(at),
      to_account_id: '',
      ...more,
    };
    account.papers.push(paper);
    this.#world.tables.documents.push(paper);
    return paper;
  }

  /** What is handed in when an account is opened. */
  enrol(account: Account): void {
    const random = this.#random;
    const first = random.pick(IDENTITY.slice(0, 3));
    const at = (): number => account.from + random.logNormal(0.3, 1.2) * DAY;
    if (random.chance(0.9)) this.paper(account, first, at());
    if (random.chance(0.22)) {
      this.paper(account, random.pick(IDENTITY.filter((kind) => kind !== first)), at());
    }
    if (random.chance(0.2)) this.paper(account, 'statement', at());
    if (account.row.education && random.chance(0.3)) this.paper(account, 'diploma', at());
  }

  /** The résumé, and perhaps a portfolio, in the words the account works with. */
  resume(account: Account, text: string): void {
    const random = this.#random;
    const at = account.from + random.logNormal(1, 1.3) * DAY;
    const given = account.person.given;
    if (random.chance(0.55)) {
      this.paper(account, 'resume', at, { text: text.replaceAll('{given}', given) });
    }
    if (random.chance(0.2)) {
      const tools = random.sample(TRADES[account.trade]!, 3).join(', ');
      const words = `Selected work since ${isDay(account.from - random.int(1, 4) * 365 * DAY)}: ${tools}.`;
      this.paper(account, 'portfolio', at + random.real(0, 5) * DAY, { text: words });
    }
  }
}
