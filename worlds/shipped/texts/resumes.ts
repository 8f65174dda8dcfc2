import type { Random } from '../chance/random.ts';
import { say } from './grammar.ts';

const summaries = [
  '{Independent|Experienced|Versatile|Careful|Motivated} <trade> {specialist|professional|worker} with {3|4|5|6|7|8|9|11} years {in|of} <skill>.',
  'I {turn|make} {ideas|sketches|messy data|old systems} into {things that work|working software|clear results}.',
  '{Quiet|Curious|Practical|Structured} {person|mind} who {finishes things|likes deadlines|reads manuals|writes tests}.',
  'My {focus|main field|strength} is <skill>; {besides|next to that} I {know|use|teach} {Git|Linux|Excel|Docker|Jira|Figma}.',
];
const jobs = [
  '{2012|2013|2014|2015|2016}–{2017|2018|2019}: {developer|engineer|designer|analyst|assistant|team lead} at {a|an} {insurance office|print house|game studio|logistics firm|online shop|public library|clinic group|telecom}; {built|kept|tested|designed} {the billing|internal tools|the customer site|reports|mobile screens|training material}.',
  '{2018|2019|2020}–today: {freelance|self-employed|independent}, {about|more than|some} {15|25|40|60|80} {projects|contracts} in <skill> {for|with} {small firms|clients on three continents|agencies|schools|shops}.',
  '{Led|Coached|Supported} {a team of {two|three|four|six}|interns|new colleagues} and {wrote|kept|introduced} {the manual|code reviews|a test plan|weekly demos}.',
  '{Cut|Reduced|Halved} {loading time|costs|returns|open tickets} {by {20|30|45|60} percent|within a year} {at|for} {a {retailer|hotel|charity|publisher}}.',
  '{Won|Was given|Received} {a small award|second place|a stipend} {for|in} {a {student|city|hobby} project|an open data contest|a design week}.',
];
const ends = [
  'Languages: {English|English and <tongue>|<tongue> (native), English (good)}.',
  'Interests: {chess|cycling|choir|baking|maps|hiking|old radios|bees|football|origami}, {reading|swimming|gardening|photography|table tennis|crosswords}.',
  'References {on request|available|can be sent}.',
];

/** A person's résumé, slots filled later as in a pitch. */
export function makeResume(random: Random): string[] {
  const some = (list: readonly string[], least: number, most: number) =>
    random.shuffled(list).slice(0, random.int(least, most));
  return [...some(summaries, 1, 3), ...some(jobs, 2, 5), ...some(ends, 1, 3)].map((line) =>
    say(random, line),
  );
}

export function resumeVariant(random: Random, lines: readonly string[], change: number): string[] {
  const fresh = [...summaries, ...jobs, ...ends];
  return lines.map((line) => (random.chance(change) ? say(random, random.pick(fresh)) : line));
}
