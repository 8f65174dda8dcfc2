import { flip } from './papers.ts';
import { type People } from './people.ts';
import { type Random } from './random.ts';
import { DAY } from './rules.ts';
import { type Account, type Voice, type World, iso } from './state.ts';
import { copyVoice } from './texts.ts';

const IDENTITY = ['passport', 'national_id', 'driving_licence', 'resident_card'];

/** Ties of documents, contacts, texts and referrals. Rings and honest groups are made of the same ones. */
export class Marks {
  readonly #people: People;
  readonly #world: World;
  readonly #random: Random;

  constructor(people: People, random: Random) {
    this.#people = people;
    this.#world = people.world;
    this.#random = random;
  }

  /** The account's identity paper; one is handed in if there was none. */
  #paper(account: Account): Record<string, string> {
    return (
      account.papers.find((paper) => IDENTITY.includes(paper.kind ?? '')) ??
      this.#people.registry.paper(account, 'passport', account.from + this.#random.real(0, 3) * DAY)
    );
  }

  /** One face on papers of several names. */
  face(members: Account[]): void {
    const face = members[0]!.person.face;
    for (const member of members) {
      this.#paper(member).photo_hash = flip(this.#random, face, this.#random.int(0, 4));
    }
  }

  /** One scan worked over several times. */
  scan(members: Account[]): void {
    const hash = this.#paper(members[0]!).perceptual_hash ?? this.#random.hex(16);
    for (const member of members.slice(1)) {
      this.#paper(member).perceptual_hash = flip(this.#random, hash, this.#random.int(0, 4));
    }
  }

  number(members: Account[]): void {
    const first = this.#paper(members[0]!);
    for (const member of members.slice(1)) {
      const paper = this.#paper(member);
      Object.assign(paper, {
        number: first.number,
        kind: first.kind,
        issuing_country: first.issuing_country,
      });
    }
  }

  /** Statements or diplomas that name one issuer nobody else has. */
  issuer(members: Account[], domain = `${this.#random.hex(7)}.example`): void {
    const random = this.#random;
    const phone = `+1555${random.digits(7)}`;
    const name = random.pick(['Registrar', 'Notary', 'Credit Union', 'Training Centre', 'Bank']);
    for (const member of members) {
      this.#people.registry.paper(
        member,
        random.pick(['diploma', 'statement', 'contract']),
        member.from + random.logNormal(3, 1) * DAY,
        {
          issuer_name: `${name} ${domain.slice(0, 4)}`,
          issuer_email: `${random.pick(['info', 'office', 'desk'])}@${domain}`,
          issuer_phone: phone,
        },
      );
    }
  }

  /** One telephone for several, from the start or by a change. */
  phone(members: Account[], number = this.#people.phone(members[0]!.person.city)): void {
    for (const member of members) {
      if (this.#random.chance(0.5)) member.row.phone = number;
      else this.#world.change(member, 'phone', number, this.#world.moment(0.1, 0.95));
    }
  }

  /** Mailboxes at a domain of their own. */
  mailbox(members: Account[], domain = `${this.#random.hex(8)}.example`): void {
    for (const member of members) {
      const local = member.person.given.toLowerCase().replaceAll(/\W/g, '.');
      const mail = `${local}${this.#random.int(1, 99)}@${domain}`;
      if (this.#random.chance(0.6)) member.row.email = mail;
      else this.#world.change(member, 'email', mail, this.#world.moment(0.1, 0.95));
    }
  }

  website(members: Account[], url: string, defunct = this.#world.rules.defunct): void {
    this.#people.site(url, defunct);
    for (const member of members) member.row.website = url;
  }

  ship(members: Account[], address: string, country: string): void {
    const random = this.#random;
    for (const member of members) {
      const at = this.#world.moment(0.05, 0.95);
      if (at < member.from || at > member.until) continue;
      this.#world.tables.shipments.push({
        shipment_id: this.#world.id('s'),
        account_id: member.id,
        address: random.chance(0.75)
          ? address
          : address.replace(' Street', ' St').replace(' Road', ' Rd'),
        country,
        recipient_name: random.chance(0.6)
          ? member.person.name
          : this.#people.person(this.#people.city()).name,
        requested_at: iso(at),
      });
    }
  }

  /** Each was brought by one who was there before. */
  refer(members: Account[], share = 1): void {
    const old = [...members].sort((a, b) => a.from - b.from);
    for (let at = 1; at < old.length; at++) {
      if (!this.#random.chance(share)) continue;
      old[at]!.row.referred_by = old[this.#random.int(0, at - 1)]!.id;
    }
  }

  /** All write from one set of models, each in an edited copy. From a time on, if one is given. */
  voice(
    members: Account[],
    parts: Parameters<typeof copyVoice>[3],
    strength: number,
    at?: number,
  ): void {
    const source = members[0]!.voice;
    for (const member of members) {
      const made: Voice = copyVoice(this.#random, source, member.voice, parts, strength);
      if (at === undefined || at <= member.from) member.voice = made;
      else member.later = { ...member.later, at, voice: made };
    }
  }

  /** Another site's page about the same person, true or not. */
  profile(member: Account, wrong: boolean): void {
    const random = this.#random;
    const { person, row } = member;
    const city = wrong ? this.#people.city() : person.city;
    const name = wrong && random.chance(0.4) ? this.#people.person(city).name : person.name;
    this.#world.tables.profiles.push({
      profile_id: this.#world.id('w'),
      account_id: member.id,
      site: random.pick([
        'codehub.example',
        'linkedup.example',
        'dribble.example',
        'paygate.example',
      ]),
      name,
      nationality: random.chance(0.5) ? city.country.code : '',
      country: city.country.code,
      city: city.name,
      email: random.chance(0.5) ? person.email : '',
      phone: random.chance(0.4) ? (wrong ? this.#people.phone(city) : person.phone) : '',
      employer: random.chance(wrong ? 0.3 : 0.9) ? (row.employer ?? '') : 'Self employed',
      education: random.chance(wrong ? 0.3 : 0.9)
        ? (row.education ?? '')
        : this.#people.registry.school(),
      website: row.website ?? '',
      observed_at: iso(this.#world.moment(0.4, 1)),
    });
  }
}
