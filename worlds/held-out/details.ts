import { day, end, stamp, start } from './calendar.ts';
import { typed, type Someone } from './people.ts';
import { cities, drawCompany, full, plain } from './places.ts';
import type { Platform } from './platform.ts';
import type { Seat } from './seats.ts';

/** Working papers of some: a résumé in the words of the pitch, a diploma, a profile elsewhere. */
export function introduce(platform: Platform, seat: Seat): void {
  const { chance, tables } = platform;
  const who = seat.shown;
  if (seat.role !== 'client' && chance.yes(0.3))
    platform.papers.paper(seat, {
      kind: chance.pick(['resume', 'resume', 'portfolio', 'profile']),
      used_for: 'signup',
      name_on_document: chance.yes(0.8) ? full(who.name) : '',
      sha256: chance.yes(0.5) ? chance.hex(64) : '',
      text: platform.papers.about(seat),
      submitted_at: stamp(seat.created + chance.skewed(2, 1) * day),
    });
  if (chance.yes(0.08))
    platform.papers.paper(seat, {
      kind: chance.pick(['diploma', 'statement', 'contract', 'invoice']),
      used_for: 'verification',
      name_on_document: full(who.name),
      issuer_name: drawCompany(chance),
      issuer_email: chance.yes(0.5) ? `office@${plain(drawCompany(chance))}.example` : '',
      issuer_phone: chance.yes(0.3) ? `+999${chance.whole(10_000_000, 99_999_999)}` : '',
      sha256: chance.yes(0.8) ? chance.hex(64) : '',
      perceptual_hash: chance.yes(0.5) ? chance.hex(16) : '',
      verification_result: chance.pick(['passed', 'passed', 'passed', 'unchecked', 'failed']),
      submitted_at: stamp(seat.created + chance.skewed(6, 1) * day),
    });
  if (chance.yes(0.18))
    tables.add('profiles', {
      profile_id: `p-${tables.id()}`,
      account_id: seat.id,
      site: chance.pick(['codehub.example', 'worknet.example', 'folio.example']),
      name: chance.yes(0.9) ? typed(chance, full(who.name)) : who.name.given,
      country: chance.yes(0.7) ? (chance.yes(0.94) ? who.city : chance.pick(cities)).country : '',
      city: chance.yes(0.5) ? who.city.name : '',
      email: chance.yes(0.4) ? who.email : '',
      phone: chance.yes(0.2) ? who.phone : '',
      employer: chance.yes(0.4) ? (seat.row['employer'] ?? '') : '',
      education: chance.yes(0.4) ? (seat.row['education'] ?? '') : '',
      observed_at: stamp(chance.between(Math.max(seat.created, start - 100 * day), end)),
    });
  if (chance.yes(0.03)) ship(platform, seat, who.address, who);
  if (chance.yes(0.11)) {
    const at = chance.between(Math.max(seat.created + day, start - 90 * day), end);
    const field = chance.pick(['phone', 'email', 'address', 'city', 'timezone', 'display_name']);
    change(platform, seat, field, at, valueBefore(platform, who, field));
  }
}

function valueBefore(platform: Platform, who: Someone, field: string): string {
  const old = platform.someone(field === 'city' || field === 'timezone' ? undefined : who.city);
  if (field === 'display_name') return `${who.name.given} ${old.name.family}`;
  if (field === 'city') return old.city.name;
  return field === 'timezone'
    ? old.city.zone
    : field === 'phone'
      ? old.phone
      : field === 'email'
        ? old.email
        : old.address;
}

/** What it says now stands in accounts; this is what it said before. */
export function change(
  platform: Platform,
  seat: Seat,
  field: string,
  at: number,
  old: string,
): void {
  platform.tables.add('account_changes', {
    account_id: seat.id,
    field,
    old_value: platform.chance.yes(0.9) ? old : '',
    new_value: seat.row[field],
    changed_at: stamp(at),
  });
}

/** A parcel that an account asked to be sent. */
export function ship(platform: Platform, seat: Seat, address: string, to: Someone): void {
  const { chance, tables } = platform;
  tables.add('shipments', {
    shipment_id: `s-${tables.id()}`,
    account_id: seat.id,
    address,
    country: to.city.country,
    recipient_name: chance.yes(0.9) ? full(to.name) : '',
    requested_at: stamp(chance.between(Math.max(seat.created, start), end)),
  });
}

/** Somebody's own site, whether or not it was looked at. */
export function website(platform: Platform, who: Someone): string {
  const { chance, tables } = platform;
  const url = `https://${plain(full(who.name))}${chance.whole(1, 99)}.example/`;
  if (chance.yes(0.5))
    tables.add('websites', {
      url,
      status: chance.weighted(['live', 'parked', 'defunct'], (status) =>
        status === 'live' ? 8 : 1,
      ),
      checked_at: stamp(chance.between(start, end)),
    });
  return url;
}
