import type { Purse } from './money.ts';
import { countries, type Country } from './places.ts';
import { addressAgain, drawAddress, drawEmail, drawFirm, drawPhone } from './people.ts';
import { schools } from './phrases.ts';
import { nearHash, type Random } from './random.ts';
import { DAY } from './regime.ts';
import { alive, type Seat } from './seats.ts';
import type { World } from './state.ts';
import { iso } from './tables.ts';
import { cvText } from './texts.ts';

/** Writes what an account shows of itself: its row, proofs, résumé, outside profiles, parcels, sites. */
export class Registry {
  private readonly layouts = new Map<string, string>();
  private readonly offices = new Map<string, { email: string; phone: string }>();
  private readonly sites = new Map<string, string>();

  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  private get rng(): Random {
    return this.world.rng;
  }

  private layout(key: string): string {
    const known = this.layouts.get(key) ?? this.rng.hex(16);
    this.layouts.set(key, known);
    return known;
  }

  private office(school: string): { email: string; phone: string } {
    let known = this.offices.get(school);
    if (!known) {
      const host = school.toLowerCase().replaceAll(/[^a-z]+/g, '-');
      known = {
        email: `registry@${host}.example`,
        phone: drawPhone(this.rng, this.rng.pick(countries)),
      };
      this.offices.set(school, known);
    }
    return known;
  }

  write(seat: Seat): void {
    this.account(seat);
    this.proofs(seat);
    this.resume(seat);
    this.outside(seat);
    this.payments(seat);
  }

  private account(seat: Seat): void {
    const { world, rng } = this;
    const { person } = seat;
    const base = person.name.given.toLowerCase().replaceAll(/[^a-z]/g, '');
    if (seat.site !== '' && !this.sites.has(seat.site)) {
      this.sites.set(seat.site, rng.chance(0.82) ? 'live' : rng.pick(['parked', 'defunct']));
    }
    const video = seat.video && seat.verified !== undefined;
    world.tables.add('accounts', {
      account_id: seat.id,
      platform: world.regime.platform,
      role: seat.role,
      handle: `${base}${rng.pick(['', '_', '.'])}${rng.pick([seat.trade.id, 'pro', 'x', rng.hex(3), rng.digits(3)])}`,
      display_name: seat.display,
      legal_name: person.display,
      birth_date: seat.papers.birth,
      trade: seat.trade.id,
      nationality: person.nationality.code,
      country: person.home.country.code,
      city: person.home.city.name,
      address: seat.address,
      timezone: seat.zone,
      email: seat.email,
      phone: seat.phone,
      website: seat.site,
      employer: seat.employer,
      education: seat.school,
      status: seat.status,
      created_at: iso(seat.created),
      verified_at: seat.verified === undefined ? '' : iso(seat.verified),
      video_verified_at: video ? iso(seat.verified! + rng.heavy(4, 1) * DAY) : '',
      closed_at: seat.closed === undefined ? '' : iso(seat.closed),
      closed_reason: seat.closedReason,
      referred_by: seat.referredBy?.id,
    });
    for (const change of seat.changes) {
      world.tables.add('account_changes', {
        account_id: seat.id,
        field: change.field,
        old_value: change.before,
        new_value: change.after,
        changed_at: iso(change.at),
      });
    }
  }

  private proof(seat: Seat, kind: string, at: number, more: Record<string, string> = {}): void {
    const { rng } = this;
    const country = seat.person.nationality;
    this.world.tables.add('documents', {
      document_id: this.world.newId('doc'),
      account_id: seat.id,
      kind,
      used_for: 'verification',
      name_on_document: seat.papers.name,
      birth_date: kind === 'statement' ? '' : seat.papers.birth,
      issuing_country: country.code,
      sha256: rng.hex(64),
      perceptual_hash: nearHash(rng, this.layout(country.code + kind), rng.int(9, 20)),
      verification_result: rng.pickBy(['passed', 'poor_image', 'failed', 'unchecked'], (result) =>
        result === 'passed' ? 20 : result === 'unchecked' ? 3 : 1,
      ),
      submitted_at: iso(at),
      ...more,
    });
  }

  private proofs(seat: Seat): void {
    const { rng } = this;
    const { papers, person } = seat;
    const at =
      seat.verified === undefined ? seat.created : seat.verified - rng.heavy(0.4, 0.8) * DAY;
    const home = `${person.home.address}, ${person.home.city.name}`;
    if (rng.chance(seat.role === 'client' ? 0.6 : 0.92)) {
      const times = rng.chance(0.15) ? 2 : 1;
      for (let i = 0; i < times; i++) {
        this.proof(seat, papers.kind, at - i * rng.heavy(1, 1) * DAY, {
          number: papers.number,
          photo_hash: nearHash(rng, papers.photo, rng.int(0, 3)),
          address_on_document: papers.kind === 'passport' ? '' : addressAgain(rng, home),
        });
      }
    }
    for (const extra of papers.extra) {
      this.proof(seat, papers.kind, extra.at, {
        name_on_document: extra.name,
        number: extra.number,
        photo_hash: nearHash(rng, extra.photo, rng.int(0, 3)),
      });
    }
    if (papers.statement || rng.chance(0.4)) {
      const { statement } = papers;
      const scan: Record<string, string> = statement
        ? { perceptual_hash: nearHash(rng, statement.perceptual, rng.int(0, 3)) }
        : {};
      this.proof(seat, 'statement', at + rng.heavy(0.3, 1) * DAY, {
        address_on_document: statement?.address ?? addressAgain(rng, home),
        issuer_name: rng.pick([
          'First Meridian Bank',
          'Oakline Savings',
          'City Water',
          'Union Credit',
        ]),
        ...scan,
      });
    }
    if (papers.issuer || (seat.school !== '' && rng.chance(0.3))) {
      const school = papers.issuer?.name ?? seat.school;
      const office = papers.issuer ?? this.office(school);
      this.proof(seat, 'diploma', at + rng.heavy(2, 1.2) * DAY, {
        issuer_name: school,
        issuer_email: office.email,
        issuer_phone: office.phone,
      });
    }
  }

  private resume(seat: Seat): void {
    const { rng, world } = this;
    const file = seat.papers.resumeFile;
    if (seat.role === 'client' || !(file || rng.chance(0.65))) return;
    const filling = {
      given: seat.person.name.given,
      title: rng.pick(seat.trade.titles),
      trade: seat.trade,
      years: seat.years,
    };
    const school = seat.school === '' ? rng.pick(schools) : seat.school;
    const photo = rng.chance(0.4) ? nearHash(rng, seat.papers.photo, rng.int(0, 4)) : '';
    world.tables.add('documents', {
      document_id: world.newId('doc'),
      account_id: seat.id,
      kind: rng.pick(['resume', 'resume', 'profile', 'portfolio']),
      used_for: 'signup',
      name_on_document: seat.person.display,
      sha256: file?.sha256 ?? rng.hex(64),
      perceptual_hash: file ? nearHash(rng, file.perceptual, rng.int(0, 3)) : rng.hex(16),
      photo_hash: photo,
      text: cvText(rng, seat.voice, filling, school),
      submitted_at: iso(seat.created + rng.heavy(0.1, 1.2) * DAY),
    });
  }

  private outside(seat: Seat): void {
    const { rng, world } = this;
    const { person } = seat;
    const { from, until } = alive(world, seat);
    if (rng.chance(0.35)) {
      const stale = rng.chance(0.12);
      const country: Country = stale ? rng.pick(countries) : person.home.country;
      world.tables.add('profiles', {
        profile_id: world.newId('prof'),
        account_id: seat.id,
        site: rng.pick(['codeshelf.example', 'worknet.example', 'folio.example', 'chirp.test']),
        name: rng.chance(0.9) ? seat.display : person.name.given,
        nationality: rng.chance(0.4) ? person.nationality.code : '',
        country: country.code,
        city: stale ? rng.pick(country.cities).name : person.home.city.name,
        email: rng.chance(0.6) ? seat.email : rng.chance(0.5) ? drawEmail(rng, person.name) : '',
        phone: rng.chance(0.3) ? seat.phone : '',
        employer: rng.chance(0.85) ? seat.employer : drawFirm(rng),
        education: rng.chance(0.9) ? seat.school : rng.pick(schools),
        website: rng.chance(0.8) ? seat.site : '',
        observed_at: iso(rng.between(from, Math.max(from + DAY, until))),
      });
    }
    if (seat.shipTo || rng.chance(0.07)) {
      const usual = rng.chance(0.6) ? addressAgain(rng, seat.address) : drawAddress(rng);
      const address =
        seat.shipTo?.address ?? (rng.chance(0.2) ? rng.pick(world.forwarders) : usual);
      const times = rng.chance(0.25) ? 2 : 1;
      for (let i = 0; i < times; i++) {
        world.tables.add('shipments', {
          shipment_id: world.newId('ship'),
          account_id: seat.id,
          address,
          country: person.home.country.code,
          recipient_name: seat.shipTo?.name ?? person.display,
          requested_at: iso(rng.between(from, Math.max(from + DAY, until))),
        });
      }
    }
  }

  private payments(seat: Seat): void {
    const { rng, world } = this;
    const { until } = alive(world, seat);
    const list = [...seat.payouts].sort((one, other) => one.from - other.from);
    const spans = new Map<Purse, { from: number; until: number }>();
    list.forEach(({ purse, from }, i) => {
      const end = list[i + 1]?.from ?? until;
      const known = spans.get(purse);
      spans.set(purse, { from: known?.from ?? from, until: end });
    });
    for (const [purse, span] of spans) {
      purse.used = true;
      const last = Math.max(span.from + 5 * DAY, span.until - rng.heavy(4, 1) * DAY);
      world.tables.add('account_payments', {
        account_id: seat.id,
        payment_account_id: purse.id,
        purpose: 'payout',
        first_used_at: iso(span.from + rng.heavy(3, 1.3) * DAY),
        last_used_at: rng.chance(0.7) ? iso(last) : '',
      });
    }
    if (seat.funding) {
      seat.funding.purse.used = true;
      world.tables.add('account_payments', {
        account_id: seat.id,
        payment_account_id: seat.funding.purse.id,
        purpose: 'funding',
        first_used_at: iso(seat.funding.from + rng.heavy(2, 1.2) * DAY),
        last_used_at: rng.chance(0.6)
          ? iso(Math.max(seat.funding.from + 5 * DAY, until - rng.heavy(8, 1) * DAY))
          : '',
      });
    }
  }

  writeSites(): void {
    const { world } = this;
    for (const [url, status] of this.sites) {
      const checked = this.rng.between(world.regime.start, world.regime.end);
      world.tables.add('websites', { url, status, checked_at: iso(checked) });
    }
  }
}
