import { day, firstDay, hour, isoTime, minute, month } from './calendar.ts';
import type { Random } from './random.ts';
import type { Habit, Member, Sample } from './sample.ts';

interface Session {
  ip: string;
  device: string;
  start: number;
  minutes: number;
  port?: number;
}

export function logIn(sample: Sample, random: Random, member: Member, session: Session): void {
  sample.data.add('logins', {
    account_id: member.id,
    ip: session.ip,
    device_id: session.device,
    started_at: isoTime(session.start),
    ended_at: isoTime(session.start + session.minutes * minute),
    user_agent: sample.network.userAgent(random, session.device),
    service_port: session.port,
  });
}

/** Everyone's ordinary logins: some days of each month, at the hours of the place where they work. */
export function logInAsUsual(sample: Sample, random: Random): void {
  for (const member of sample.members) {
    const start = Math.max(member.opened, firstDay);
    for (let from = start; from < member.until; from += month) {
      const count = Math.floor(member.sessionsPerMonth + random.next());
      for (let n = 0; n < count; n++) {
        const time = workingTime(random, member, from + random.int(0, 29) * day);
        const habit = habitAt(random, member, time);
        if (habit && time < member.until) oneSession(sample, random, member, habit, time);
      }
    }
  }
}

function oneSession(
  sample: Sample,
  random: Random,
  member: Member,
  habit: Habit,
  start: number,
): void {
  const ip = random.pick(habit.ips);
  const device = random.pick(habit.devices);
  logIn(sample, random, member, { ip, device, start, minutes: random.int(6, 260) });
}

/** A time on that day between about eight in the morning and nine at night, rarely in the night. */
function workingTime(random: Random, member: Member, time: number): number {
  const local = random.chance(0.92) ? random.between(8, 21) : random.between(0, 24);
  return Math.floor(time / day) * day + Math.round((local - member.offset) * 3600) * 1000;
}

function habitAt(random: Random, member: Member, time: number): Habit | undefined {
  const open = member.habits.filter((habit) => habit.from <= time && time < habit.until);
  const total = open.reduce((sum, habit) => sum + habit.weight, 0);
  let left = random.next() * total;
  for (const habit of open) {
    left -= habit.weight;
    if (left < 0) return habit;
  }
  return open[0];
}

/** All of them online at one address within the same hours, each on its own machine. */
export function gather(
  sample: Sample,
  random: Random,
  members: readonly Member[],
  meeting: { ip: string; start: number; hours: number },
): void {
  for (const member of members) {
    const habit = member.habits.find(
      (one) => one.from <= meeting.start && meeting.start < one.until,
    );
    if (!habit) continue;
    const start = meeting.start + Math.floor(random.between(0, meeting.hours * 0.5) * 3600) * 1000;
    const minutes = Math.floor(random.between(0.5, 0.9) * meeting.hours * (hour / minute));
    logIn(sample, random, member, {
      ip: meeting.ip,
      device: random.pick(habit.devices),
      start,
      minutes,
    });
  }
}
