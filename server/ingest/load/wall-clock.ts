/** Times as clocks on a wall show them, read in the zone where the clock hangs. */

interface ZoneOffsets {
  /** Minutes ahead of UTC at a moment. */
  at(moment: number): number;
}

const known = new Map<string, ZoneOffsets | null>();

/** Null for a zone that nobody knows. */
function zoneOf(name: string): ZoneOffsets | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = fixedOffset(name) ?? namedZone(name);
  known.set(name, made);
  return made;
}

export function isZone(name: string): boolean {
  return zoneOf(name) !== null;
}

function fixedOffset(name: string): ZoneOffsets | null {
  const parts = /^([+-])(\d\d):?(\d\d)$/.exec(name);
  if (!parts || Number(parts[2]) > 14 || Number(parts[3]) > 59) return null;
  const minutes = (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
  return { at: () => minutes };
}

/** No zone ever changed its offset within a quarter of an hour. */
const quarterMs = 15 * 60_000;
const mostRemembered = 100_000;

function namedZone(name: string): ZoneOffsets | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      era: 'short',
    });
  } catch {
    return null;
  }
  const remembered = new Map<number, number>();
  return {
    at(moment) {
      const quarter = Math.floor(moment / quarterMs);
      const before = remembered.get(quarter);
      if (before !== undefined) return before;
      if (remembered.size > mostRemembered) remembered.clear();
      const minutes = offsetShown(format, quarter * quarterMs);
      remembered.set(quarter, minutes);
      return minutes;
    },
  };
}

function offsetShown(format: Intl.DateTimeFormat, moment: number): number {
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
  );
  return Math.round((shown - moment) / 60_000);
}

const dayMs = 24 * 60 * 60_000;

/**
 * The moment at which clocks in the zone show this time, `shown` being that time as if it were UTC. Two where
 * they are set back over it, none where they are set forward past it.
 */
export function momentsOf(shown: number, zone: string): number[] {
  const offsets = zoneOf(zone);
  if (!offsets) return [];
  const possible = new Set([offsets.at(shown - dayMs), offsets.at(shown + dayMs)]);
  return [...possible]
    .map((minutes) => ({ minutes, moment: shown - minutes * 60_000 }))
    .filter(({ minutes, moment }) => offsets.at(moment) === minutes)
    .map(({ moment }) => moment);
}
