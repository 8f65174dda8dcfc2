import { compareText } from '../domain/compare-text.ts';
import type { World } from './world.ts';

/** How often honest accounts of one nationality are an alarm, in all of the worlds together. */
export interface GroupRate {
  group: string;
  honest: number;
  alarms: number;
}

/** Scored from here on, an account would be looked at. */
const alarmScore = 0.5;

/** Groups of at least `least` honest accounts, by name; detection may use none of these columns. */
export function alarmsByGroup(
  worlds: readonly { world: World; scoreOf: (account: string) => number }[],
  least: number,
): GroupRate[] {
  const groups = new Map<string, GroupRate>();
  for (const { world, scoreOf } of worlds) {
    const bad = new Set(
      world.labels.filter(({ role }) => role !== 'benign').map(({ account_id }) => account_id),
    );
    for (const { account_id, nationality } of world.groups) {
      if (bad.has(account_id)) continue;
      const group = nationality === '' ? 'unknown' : nationality;
      const rate = groups.get(group) ?? { group, honest: 0, alarms: 0 };
      groups.set(group, rate);
      rate.honest += 1;
      if (scoreOf(account_id) >= alarmScore) rate.alarms += 1;
    }
  }
  return [...groups.values()]
    .filter(({ honest }) => honest >= least)
    .sort((one, other) => compareText(one.group, other.group));
}
