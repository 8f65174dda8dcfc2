import type { Random } from './random.ts';
import type { BidStyle, Member } from './sample.ts';

const openings = [
  'I read your post twice and I think the hard part is not where it looks.',
  'This is close to something I finished last spring for a small shop.',
  'Thanks for writing down what you need so clearly.',
  'I would start with a short call, because two points are open.',
  'Your deadline is tight but fair.',
  'I have a question before I name a price.',
  'My last client had the same trouble and we solved it in a week.',
  'I am between two projects and could begin on Monday.',
  'What you describe can be had more simply, I believe.',
  'I know this kind of work well from my years in a print house.',
  'Let me be honest, I have not used that exact tool before.',
  'Good brief, I wish more looked like this.',
];
const middles = [
  'First I would look at what you have and write you a page about it.',
  'I would keep the old version running until you are happy with the new one.',
  'You would see something each Friday, however small.',
  'Half of the budget should go into testing on real phones.',
  'The pictures need new sizes, which I would script.',
  'I would move the forms to one place and leave the rest alone.',
  'The export can run at night, so nobody has to wait for it.',
  'I would draw three rough versions and let you choose one.',
  'Most of the time will go into the old data, I am afraid.',
  'A small test set would tell us early whether the idea holds.',
  'I would write down every step, so that your people can take over.',
  'Your server is older than it should be, so that comes first.',
  'I propose a fixed price for the first part and hours for the rest.',
  'I would like to speak with the person who uses it every day.',
];
const closings = [
  'Write me when it suits you.',
  'I am at my desk until the evening.',
  'My rate is on my page and it holds for this.',
  'If you have chosen someone already, good luck with it.',
  'Two references are on my page.',
  'I can send a sketch tomorrow.',
  'Happy to sign a confidentiality paper.',
  'No hurry on my side.',
  'I would be glad to help.',
  'Tell me what matters most to you.',
];
const skills = [
  'TypeScript and React',
  'Kotlin and Swift',
  'Python and SQL',
  'Figma and print',
  'Go and Terraform',
  'Unity and C#',
];

/** The text of a bid, in the way that this member writes. */
export function bidText(random: Random, member: Member, title: string): string {
  return styles[member.bidStyle](random, member, title);
}

const styles: Record<BidStyle, (random: Random, member: Member, title: string) => string> = {
  'own words': (random) =>
    [random.pick(openings), ...random.some(middles, random.int(1, 3)), random.pick(closings)].join(
      ' ',
    ),

  // The platform offers this text in its bid form; half of all members leave it nearly as it is.
  'common template': (random, member, title) =>
    `Dear client, I have read your job "${title}" and I am interested. I have ${random.int(2, 12)} years of experience in ${member.trade} work. Please see my profile for examples and references. I look forward to hearing from you. Kind regards, ${member.name}`,

  'remote farm': (random, member) =>
    `Hello sir! Hope you are doing well in these days. I checked your requirement deeply and I am confident of ${random.pick(skills)}. I am full stack senior engineer with strong background of ${random.int(6, 9)}+ years, so I can start right now and finish before your time frame. We can discuss in detail on other messenger for fast communication. Quality and long term relation is my first priority. Waiting your kind reply, ${member.name.split(' ')[0]}`,

  'rating ring': (random, member) =>
    `Greetings of the day. Your project drew my attention because it matches ${random.int(95, 100)}% with what I have delivered. My working steps: requirement analysis, milestone plan, daily report, free support of ${random.pick(['two', 'three', 'six'])} months. Trusted by top rated customers with perfect five star record. Let us begin a fruitful cooperation. Sincerely, ${member.name}`,
};
