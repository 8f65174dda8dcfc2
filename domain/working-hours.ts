/** Which offset from UTC somebody's hours at work fit, against the time zone that they claim. */

/** Hours at work in one month: at each hour of the UTC day, how many. */
export interface MonthOfWork {
  /** `2024-03` */
  month: string;
  hours: readonly number[];
}

export interface FittedHours {
  /** Hours that the claimed zone is ahead of UTC, on average over the months worked. */
  claimed_offset: number;
  /** The whole offsets that fit the hours about as well as the best one, west to east. */
  fitting_offsets: number[];
  /** Hours from the claimed offset to the nearest that fits, round the clock: 0 to 12. */
  apart: number;
  /** How much worse the claimed offset explains an hour at work than the best does; 0 when it is the best. */
  misfit: number;
  /** How far there is a night at all: 1 when six hours are empty, 0 when all hours are alike. */
  rhythm: number;
}

/**
 * How likely work is at each local hour, as people who choose their hours keep them: asleep after midnight,
 * at work from morning into the evening. Broad on purpose: early risers and owls fit it within two hours.
 */
const usualDay = [
  0.12, 0.06, 0.04, 0.03, 0.04, 0.08, 0.2, 0.45, 0.8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.95, 0.9, 0.85,
  0.75, 0.55, 0.3,
];
const usualTotal = usualDay.reduce((sum, share) => sum + share, 0);

/** Offsets within so much of the best one's likelihood an hour cannot be told apart from it. */
const alike = 0.05;

const offsets = Array.from({ length: 24 }, (_, index) => index - 11);

/** Null when nobody knows the zone, or there are no hours. */
export function fitHours(zone: string, months: readonly MonthOfWork[]): FittedHours | null {
  const total = months.reduce((sum, { hours }) => sum + hours.reduce((a, b) => a + b, 0), 0);
  const offsetOf = zoneOffsets(zone);
  if (!offsetOf || total === 0) return null;
  const claimed = months.map(({ month }) => offsetOf(month));
  const mean = months.reduce(
    (sum, { hours }, index) => sum + claimed[index]! * (hours.reduce((a, b) => a + b, 0) / total),
    0,
  );
  // The claim moves with the zone's summer time; an offset apart from it moves along.
  const likelihoods = offsets.map((offset) =>
    months.reduce(
      (sum, { hours }, index) => sum + likelihood(hours, claimed[index]! + (offset - mean)),
      0,
    ),
  );
  const best = Math.max(...likelihoods) / total;
  const own =
    months.reduce((sum, { hours }, index) => sum + likelihood(hours, claimed[index]!), 0) / total;
  const fitting = offsets.filter((_, index) => best - likelihoods[index]! / total <= alike);
  const apart = Math.min(...fitting.map((offset) => roundTheClock(offset - mean)));
  return {
    claimed_offset: round(mean, 2),
    fitting_offsets: fitting,
    apart: round(Math.max(0, apart), 2),
    misfit: round(Math.max(0, best - own), 4),
    rhythm: round(rhythmOf(months), 3),
  };
}

/** Sum of the logarithms of how likely each hour at work is, were the clock `offset` hours ahead of UTC. */
function likelihood(hours: readonly number[], offset: number): number {
  return hours.reduce(
    (sum, count, hour) => sum + count * Math.log(usualAt(hour + 0.5 + offset)),
    0,
  );
}

/** Between the middles of the hours, so that zones of half an hour need no rule of their own. */
function usualAt(time: number): number {
  const at = (((time - 0.5) % 24) + 24) % 24;
  const below = Math.floor(at);
  const part = at - below;
  return ((1 - part) * usualDay[below % 24]! + part * usualDay[(below + 1) % 24]!) / usualTotal;
}

function roundTheClock(hours: number): number {
  const distance = Math.abs(hours) % 24;
  return Math.min(distance, 24 - distance);
}

function rhythmOf(months: readonly MonthOfWork[]): number {
  const clock = Array.from({ length: 24 }, (_, hour) =>
    months.reduce((sum, { hours }) => sum + (hours[hour] ?? 0), 0),
  );
  const total = clock.reduce((a, b) => a + b, 0);
  const quiet = Math.min(
    ...clock.map((_, start) =>
      [0, 1, 2, 3, 4, 5].reduce((sum, step) => sum + clock[(start + step) % 24]!, 0),
    ),
  );
  return Math.max(0, 1 - quiet / total / 0.25);
}

/** Hours ahead of UTC in the middle of a month; null when the zone has no such name. */
export function zoneOffsets(zone: string): ((month: string) => number) | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      timeZoneName: 'longOffset',
    });
    return (month) => {
      const parts = format.formatToParts(new Date(`${month}-15T12:00:00Z`));
      const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
      const [, sign = '+', hours = '0', minutes = '0'] =
        /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
      return (Number(hours) + Number(minutes) / 60) * (sign === '-' ? -1 : 1);
    };
  } catch {
    return null;
  }
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** `UTC+7`, `UTC−5`, `UTC+7 to UTC+9`; round the clock where it crosses the date line. */
export function offsetWords(fitting: readonly number[]): string {
  const say = (offset: number) => `UTC${offset < 0 ? '−' : '+'}${Math.abs(offset)}`;
  const first = fitting.find((offset) => !fitting.includes(offset === -11 ? 12 : offset - 1));
  const last = fitting.find((offset) => !fitting.includes(offset === 12 ? -11 : offset + 1));
  if (first === undefined || last === undefined) return 'any offset';
  return first === last ? say(first) : `${say(first)} to ${say(last)}`;
}
