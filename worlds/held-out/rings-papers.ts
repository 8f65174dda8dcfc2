import { day, stamp } from './calendar.ts';
import { flipped } from './papers.ts';
import { drawAddress, drawCompany, full } from './places.ts';
import { Crew, all, type Member } from './rings-crew.ts';
import { drawPitch, rewritten } from './texts.ts';
import type { Town } from './town.ts';

/** Buyers of papers from one forger, who share nothing else. */
export function mill(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const plate = chance.hex(16);
  const faces = Array.from({ length: 3 }, () => chance.hex(16));
  const number = chance.hex(9).toUpperCase();
  const issuer = drawCompany(chance);
  const phone = `+999${chance.whole(10_000_000, 99_999_999)}`;
  const seats = Array.from({ length: chance.whole(4, 8) }, () => {
    const buyer = platform.someone();
    const shown = chance.yes(0.6) ? platform.someone() : buyer;
    const seat = crew.seat(shown, { pitch: drawPitch(chance), created: platform.joined() });
    platform.works(
      buyer,
      [seat],
      chance.yes(0.5)
        ? platform.network.usualSpots(buyer)
        : crew.cover(shown, platform.network.vpn()),
    );
    const face = chance.yes(0.6);
    platform.papers.identify(seat, {
      // All come off one plate: it is what makes them buyers of one forger.
      perceptual_hash: flipped(chance, plate, chance.whole(0, 2 + Math.round(4 * crew.care))),
      ...(face ? { photo_hash: flipped(chance, chance.pick(faces), chance.whole(0, 3)) } : {}),
      ...(crew.slips(0.4) ? { number } : {}),
      ...(chance.yes(0.3) ? { address_on_document: drawAddress(chance, shown.city) } : {}),
    });
    // A form that many fill in gives the same picture: each buyer has a second thing of the forger's.
    if (!face || chance.yes(0.4))
      platform.papers.paper(seat, {
        kind: chance.pick(['diploma', 'statement']),
        used_for: 'verification',
        name_on_document: full(shown.name),
        issuer_name: !face || chance.yes(0.6) ? issuer : drawCompany(chance),
        issuer_phone: chance.yes(0.5) ? phone : '',
        perceptual_hash: chance.yes(0.5) ? flipped(chance, plate, chance.whole(3, 9)) : '',
        verification_result: chance.pick(['passed', 'passed', 'unchecked', 'failed']),
        submitted_at: stamp(seat.created + chance.skewed(5, 0.9) * day),
      });
    return seat;
  });
  return all(seats);
}

/** All they share is how they write, and when they are awake. */
export function copyists(town: Town): Member[] {
  const crew = new Crew(town);
  const { platform } = crew;
  const { chance } = platform;
  const seats = Array.from({ length: chance.whole(4, 8) }, () => {
    const shown = platform.someone();
    const pitch = rewritten(chance, crew.model, chance.between(0.05, 0.25 + 0.4 * crew.care));
    const seat = crew.seat(shown, { trade: crew.trade, pitch, bidding: chance.skewed(1.4, 0.4) });
    platform.works(crew.worker(), [seat], crew.cover(shown, platform.network.line(shown.city)));
    if (chance.yes(0.4))
      platform.papers.paper(seat, {
        kind: 'resume',
        used_for: 'signup',
        name_on_document: full(shown.name),
        text: platform.papers.about(seat),
        submitted_at: stamp(seat.created + chance.skewed(2, 0.8) * day),
      });
    return seat;
  });
  return all(seats);
}
