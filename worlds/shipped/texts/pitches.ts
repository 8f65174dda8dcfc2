import type { Random } from '../chance/random.ts';
import { say } from './grammar.ts';

/** The sentences of a pitch, by the part they play; a person's own pitch is one way of saying some of them. */
const greetings = [
  '{Hi|Hello|Hey|Greetings|Good day}{ there|| <client>|, <client>}{,|!|.}',
  'Dear {<client>|client|sir or madam|hiring team|project owner},',
  '{Good morning|Good afternoon|Good evening}{| <client>},',
  '{Thanks|Thank you|Many thanks} for {posting|sharing|describing} {this|the|such a clear} {project|job|brief}{.|!}',
];
const hooks = [
  'I {just |}{read|went through|saw|came across} your {post|brief|description|request} {about|on|for} <title>{ and would like to help|| and it fits what I do| and have some thoughts}.',
  'Your {project|job|brief} <title> is {close to|very like|much like|right in line with} {something|a thing|work} I {finished|delivered|built|shipped} {last {spring|month|autumn|winter}|{two|three|five} {weeks|months} ago|recently}.',
  '<title> {caught my eye|sounds like fun|is just the sort of work I enjoy|looks interesting} because {I like {small|odd|tidy|careful|tricky} problems|it touches <skill>|I use <skill> {daily|every week|most days}}.',
  'I {can|could|am able to} {start|begin} on <title> {today|tomorrow|this week|on Monday|right away|as soon as you say so}.',
  '{If|In case} you {still need|are still looking for} {someone|a person|help} for <title>, {I am free|please keep me in mind|count me in|let us talk}.',
  '{As|Being} {a|an} {independent|self-taught|patient|careful|senior|curious} <trade> {person|specialist|freelancer|worker}, I {read|looked at} <title> with {interest|pleasure|attention}.',
  'From {the description|what you write|your words} I {gather|understand|take it} that you {want|need} <skill> done {properly|without fuss|once and well|by a person who cares}.',
  'What you ask in <title> {needs|takes|wants} {a steady hand|some care|patience|experience with <skill>}, {and that is what I offer|which I have|and I bring both}.',
  'I {have done|did|completed} {four|six|nine|a dozen|about twenty|more than thirty} {jobs|projects|contracts} {like|such as|similar to} this{ one|}.',
  '{Let me|I will} {be brief|be short|come to the point}: {I know <skill> well|<skill> is my daily bread|I work with <skill> every day}.',
];
const pasts = [
  'For {the last|the past|} {3|4|5|6|7|8|9|10|11|12} years I {worked|have worked|was busy} {in|with|on} <skill>{, mostly for {shops|clinics|schools|startups|small firms|museums|hotels|farms}| and {things around it|related tools}|}.',
  'My {last|latest|previous|most recent} {client|customer|contract} was {a|an} {bakery chain|dental clinic|travel office|ferry line|toy shop|charity|housing fund|radio station|wine importer|choir|bus company|seed bank|law firm} {that|which} {needed|wanted|asked for} {a new {site|app|shop|panel|report}|help with <skill>|its {stock|bookings|tickets|invoices} in order}.',
  'I {learned|picked up|started with} <skill> {at {school|university|my first job}|on my own|from my {brother|aunt|mentor|first boss}} and {never stopped|kept at it|stayed with it}.',
  'Before {freelancing|going independent|working for myself} I {was|spent {two|three|five|six} years as} {a|the} {lead|junior|senior|backend|support|quality} {developer|engineer|designer|analyst} at {an agency|a bank|a hospital|a print shop|a telecom firm|an online shop|a {ministry|museum}}.',
  '{Among|Some of} {the|} things I {made|built|delivered}: {a booking page|an invoice tool|a map of {trees|wells|bus stops}|a quiz app|a stock counter|a photo archive|a chat widget|a ticket desk}, {a {price|tide|crop|score} tracker|a reading app|a {loyalty|voucher} system|a fleet panel} and {a survey form|a payroll sheet|an events calendar|a recipe site|a {stamp|coin} catalogue}.',
  'I {moved|migrated|carried over} {a {large|slow|tangled|fifteen-year-old}|an {ageing|old|unloved}} {system|database|code base|shop} to {something|tools} {newer|simpler|faster|people enjoy using} {without losing a day|in {six|eight|ten} weeks|over one summer}.',
  '{People|Clients|Those I worked for} {say|tell me|write} that I {answer fast|ask good questions|keep dates|explain things plainly|leave things tidier than I found them|never vanish}.',
  'My {background|training} is in {physics|music|accounting|linguistics|carpentry|mathematics|geography|printing|nursing|law}, {so|which means} I {like {order|details|numbers|plain words}|read briefs twice|take notes|measure before I cut}.',
  'I {maintain|look after|keep running} {two|three|five|seven} {small|busy|quiet|public} {sites|services|apps|libraries} {built with|based on|that use} <skill>.',
  'I have {a small portfolio|some samples|three case studies|screenshots|code} {to show|I can share|ready to send}{ on request|| if you wish| whenever you like}.',
];
const plans = [
  "{First|To begin|At the start} I {would|will|'d} {list|write down|sketch} {the screens|the steps|the data|open questions|what could go wrong}, then {build|make|code} {a first version|a rough cut|one slice} {in {two|three|four|five} days|within a week|by {Friday|Wednesday}}.",
  'I {work|like to work|usually work} in {small|short|weekly|two-day} {steps|rounds|pieces}, {so|and} you {see|can see|get to see} {progress|something running|what you pay for} {all the time|at each step|early on|every other day}.',
  'My {plan|idea|proposal} is {simple|short|plain}: {read|study|check} what {exists|you have|is there}, {fix|mend|settle} the {worst|weak|slow} {parts|spots|bits}, {test|try} it with {you|real users|old data}, {hand over|deliver|ship}.',
  '{Testing|Documentation|Hosting|A short manual|One month of fixes|Training for your staff} is {included|part of my price|in the price|on me}.',
  'I {suggest|would suggest|propose} {to use|using|going with} <skill> {here|for this|in this case} because {it is {stable|cheap to run|well understood}|your team can {maintain|read|extend} it|it will {last|grow with you|not lock you in}}.',
  'I {split|divide|cut} the {work|job|budget} into {two|three|four} {milestones|parts|stages}, {each|every one} {with|ending in} something you {can try|can click|can test|may refuse}.',
  '{Each|Every} {evening|morning|Friday|Monday} you {get|receive} {a note|a short message|a list|a video} of {what was done|what is next|progress and doubts|hours spent}.',
  "I {would|'d} {rather|sooner} {ask|check} {one question too many|twice} than {guess|build the wrong thing|redo it later}.",
  'The {tricky|delicate|risky|hard} {part|bit|piece} {seems to be|is probably|may be} {the import|old browsers|the payment step|speed on phones|data nobody has looked at|rights and roles|time zones|search}, so I {start|begin|would begin} there.',
  '{Clean|Readable|Plain|Boring} code, {few|fewer|no needless} {dependencies|parts|layers}, {and|with} {tests|notes|comments} {where they help|that a stranger can follow|so that others can go on}.',
];
const asks = [
  'Do you {already |}have {a design|wireframes|sample data|an API|a deadline|a style guide|hosting}{ in mind||, or shall I make one}?',
  '{Which|What} {browsers|phones|languages|countries|users} {matter|matter most|should it serve|do you care about}?',
  '{Is|Would} {the deadline|the budget|the date} {firm|fixed|negotiable|be open to change}?',
  '{Who|Which person} {will|would|is going to} {decide|approve|test|look after it later}?',
  'May I {see|look at} {the current version|the old code|some example files|the numbers} {before we start|first}?',
];
const hours = [
  'I {am free|have time|can give this} {about |around |}{10|15|20|25|30|35|40} hours {a|per|each} week{| from {Monday|next week|the first}}.',
  'I {answer|reply|respond} {within {an hour|two hours|a few hours|the day}|the same day|quickly}{, weekends too|| except Sundays| even when travelling}.',
  'My {rate|price|offer} {covers|includes} {all|everything|two rounds of changes|the usual fixes}.',
  'My {calendar|week|schedule} is {open|fairly free|half free} {until|through|till} {the end of the month|spring|the holidays|next quarter}.',
];
const closings = [
  '{Best|Kind|Warm} regards,\n<name>',
  '{Thanks|Thank you|Cheers}{ for reading|| for your time},\n<name>',
  '{Looking forward|I look forward} to {hearing from you|your answer|your reply|a chat},\n<name>',
  '{Sincerely|Yours|With respect|Greetings},\n<name>',
  '{Talk soon|Speak soon|Have a good day|All the best}{,|!}\n<name>',
  '<name>',
];

/** A person's way of writing to clients: sentences of their own, with slots that each job fills. */
export type Pitch = readonly string[];

export function makePitch(random: Random): Pitch {
  const some = (list: readonly string[], least: number, most: number) =>
    random.shuffled(list).slice(0, random.int(least, most));
  const middle = [
    ...some(hooks, 1, 2),
    ...some(pasts, 1, 3),
    ...some(plans, 1, 3),
    ...some(asks, 0, 2),
    ...some(hours, 0, 2),
  ];
  const arranged = random.chance(0.35) ? random.shuffled(middle) : middle;
  const opening = random.chance(0.85) ? [random.pick(greetings)] : [];
  return [...opening, ...arranged, random.pick(closings)].map((pattern) => say(random, pattern));
}

const middles = [...hooks, ...pasts, ...plans, ...asks, ...hours];

const swaps: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bwork\b/g, ['job', 'task']],
  [/\bproject\b/g, ['job', 'assignment']],
  [/\bwould like\b/g, ['want', 'wish']],
  [/\bneed\b/g, ['require', 'want']],
  [/\bhelp\b/g, ['assist', 'support']],
  [/\bstart\b/g, ['begin', 'commence']],
  [/\bfast\b/g, ['quickly', 'promptly']],
  [/\bbuilt\b/g, ['made', 'created']],
  [/\bsmall\b/g, ['little', 'compact']],
  [/\bshow\b/g, ['present', 'share']],
  [/\bbuild\b/g, ['make', 'create']],
  [/\byears\b/g, ['full years', 'yrs']],
];

/**
 * The same pitch as another writes it who had it before them: each sentence replaced by one of their own with
 * probability `change`, words here and there by others. 0 copies it.
 */
export function rewritten(random: Random, pitch: Pitch, change: number): Pitch {
  return pitch.map((sentence, at) => {
    if (at > 0 && at < pitch.length - 1 && random.chance(change))
      return say(random, random.pick(middles));
    let text = sentence;
    for (const [word, others] of swaps)
      if (random.chance(change)) text = text.replace(word, random.pick(others));
    return text;
  });
}

/** Slots filled the same way by everybody. */
export function pitchText(pitch: Pitch): string {
  return pitch.join(' ').replaceAll(' \n', '\n');
}
