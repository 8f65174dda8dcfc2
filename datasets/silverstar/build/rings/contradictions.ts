import { day, isoTime } from '../calendar.ts';
import { allPlaces } from '../places.ts';
import type { Random } from '../random.ts';
import type { Member, Sample } from '../sample.ts';

/** H3: the same person elsewhere on the web, with another country, another school and another name. */
export function addContradictions(
  sample: Sample,
  random: Random,
  members: readonly Member[],
): void {
  for (const member of members) {
    const elsewhere = random.pick(
      allPlaces.filter(({ country }) => country !== member.place.country),
    );
    sample.data.add('profiles', {
      profile_id: sample.ids.next('f', 5),
      account_id: member.id,
      site: random.pick(['codehearth.example', 'guildbook.example', 'folioyard.example']),
      name: random.chance(0.5) ? member.name : sample.names.next(random, elsewhere.names),
      nationality: elsewhere.country,
      country: elsewhere.country,
      city: elsewhere.city,
      email: member.account.email,
      education: random.pick(['Westmarch College', 'Kestrel Bay University']),
      observed_at: isoTime(member.opened + random.int(20, 160) * day),
    });
  }
}
