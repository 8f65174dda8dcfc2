/** A stored time as a person reads it: `2018-05-31 14:00 UTC`; dates and anything else stay as they are. */
export function readableTime(time: string): string {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(time) ?? [];
  return day && minute ? `${day} ${minute} UTC` : time;
}
