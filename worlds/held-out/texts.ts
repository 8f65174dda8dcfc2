import type { Chance } from './random.ts';

/**
 * Texts are made of sentences with `{one|other}` choices and `[slot]`s. A pitch is what one writer keeps
 * using: sentences chosen once, one of their own history, and choices that settle into habits.
 */
export interface Pitch {
  sentences: string[];
  /** Which side of each `{…|…}` the writer takes by habit. */
  habit: number;
}

const greetings = [
  '{Hi|Hello} [client],',
  '{Good day|Greetings}, and thank you for posting this.',
  'Hey there!',
  '{Dear|Esteemed} [client],',
  'I came across "[job]" {this morning|a moment ago}.',
  'Regarding [job]:',
  '',
];
const hooks = [
  'Your {description|brief} {reminds me of|resembles} something I {finished|wrapped up} last {spring|autumn|year}.',
  'I {read|went through} the requirements twice and {have|see} one open {question|point}.',
  'This is {squarely|right} in the middle of what I do {every week|for a living}.',
  '[Trade] is {my main line of work|what I have done since leaving school}.',
  'You need somebody {careful|thorough}; I {keep|maintain} checklists for exactly this.',
  'What caught my eye is the {deadline|scope}, which is {tight but doable|realistic}.',
  'Most people {underestimate|overlook} the {last tenth|finishing touches} of a task like this.',
  'I would be {glad|happy} to take this {off your plate|on}.',
];
const means = [
  'I usually work {with|in} [tool] and [tool2], but I {adapt to|can use} whatever your team has.',
  '[tool] is my {daily bread|first choice}; [tool2] comes {second|next}.',
  'My {setup|workflow} is built around [tool], with {small daily|frequent} deliveries.',
  'For [tool] I {hold|earned} a certificate, for [tool2] I only have {years of practice|scars}.',
  'Everything is {versioned|tracked}, {tested|checked} and handed over with {notes|documentation}.',
  'I {start|begin} with a sample in [tool] so that you can {judge|see} my hand before paying.',
  'I can {send|share} two {references|samples} made with [tool].',
];
const plans = [
  'First {I would|I will} sketch the whole, then fill in the parts, then {polish|test}.',
  '{Day one|Step one} is a short call, {day two|step two} a draft, and the rest {follows|is routine}.',
  'I split the work into {three|four} pieces and {bill|invoice} each when it is {approved|accepted}.',
  'You get a {draft|first version} within [days] days and {corrections|revisions} until it fits.',
  'I plan [days] days, with one {spare|held back} for surprises.',
  'Half of it can be {ready|done} by the end of the week.',
  'My estimate is [days] {working days|days}, {give or take one|including review}.',
  'I {write|send} a short status every evening, so nobody {wonders|has to ask}.',
];
const asks = [
  'Do you already have {the texts|all assets}?',
  'Who {signs off|approves} on your side?',
  'Is the {budget|price} fixed, or {open|negotiable}?',
  'Could you {show|send me} an example that you {like|admire}?',
  'Which {part|piece} matters most to you?',
  'Would you {prefer|rather have} one big delivery or several small ones?',
  '',
  '',
];
const endings = [
  '{Kind regards|Best wishes}, [me]',
  'Looking forward to {hearing from you|your answer}. [me]',
  '{Thanks|Thank you} for your time!',
  'Write to me {whenever|at any hour}; I {answer|reply} fast.',
  '{Cheers|All the best}, [me]',
  '— [me], [city]',
  'Let us {talk|speak} soon.',
];

const deeds =
  'rebuilt repaired designed translated illustrated tested automated migrated edited documented measured simplified'.split(
    ' ',
  );
const things = [
  'booking page',
  'spare-part catalogue',
  'training manual',
  'ticket desk',
  'museum audio guide',
  'loyalty card',
  'crop diary',
  'wedding site',
  'stock sheet',
  'podcast intro',
  'clinic form',
  'tax import',
  'seating plan',
  'bus timetable',
  'recipe archive',
  'rental contract set',
  'board game manual',
  'school timetable',
];
const whose = [
  'a bakery',
  'two sisters who sell yarn',
  'a rowing club',
  'a dental practice',
  'a regional airline',
  'a choir',
  'an orchard',
  'a driving school',
  'a paint shop',
  'a bookshop chain',
  'a chess federation',
  'a hostel',
  'a bicycle courier firm',
  'a brewery',
  'a law office',
  'a city library',
  'a seed bank',
  'a pottery',
];
const ends = [
  'it still runs',
  'they came back twice',
  'sales went up by [n] percent',
  'it took [n] days',
  'nobody has complained since',
  'the staff use it every day',
  'it saved them [n] hours a month',
  'the audit passed',
  'we are still friends',
  'it was my hardest job so far',
];

/** Something of one's own, which hardly two people say alike by chance. */
function ownHistory(chance: Chance): string {
  const [deed, thing, owner, end] = [deeds, things, whose, ends].map((list) => chance.pick(list));
  const said = end!.replaceAll('[n]', String(chance.whole(4, 45)));
  return chance.yes(0.5)
    ? `In ${chance.whole(2015, 2024)} I ${deed} the ${thing} of ${owner}; ${said}.`
    : `For ${owner} I ${deed} a ${thing}, and ${said}.`;
}

export function drawPitch(chance: Chance): Pitch {
  const middle = chance
    .some([hooks, means, plans, asks], chance.whole(2, 4))
    .map((list) => chance.pick(list));
  const own = Array.from({ length: chance.whole(1, 2) }, () => ownHistory(chance));
  return {
    sentences: [
      chance.pick(greetings),
      ...chance.shuffled([...middle, ...own]),
      chance.pick(endings),
    ],
    habit: chance.whole(0, 9_999),
  };
}

/** The same pitch in another hand: `degree` of its sentences are said anew, and some change places. */
export function rewritten(chance: Chance, pitch: Pitch, degree: number): Pitch {
  const fresh = drawPitch(chance);
  const sentences = pitch.sentences.map((sentence, at) =>
    chance.yes(degree) ? (fresh.sentences[at] ?? ownHistory(chance)) : sentence,
  );
  if (chance.yes(degree) && sentences.length > 3)
    sentences.splice(1, 2, sentences[2]!, sentences[1]!);
  return { sentences, habit: chance.yes(degree) ? fresh.habit : pitch.habit };
}

export interface Slots {
  me: string;
  client: string;
  job: string;
  trade: string;
  city: string;
}

const tools: Record<string, string[]> = {
  web: ['Django', 'Svelte', 'Laravel', 'PostgreSQL'],
  data: ['pandas', 'dbt', 'Airflow', 'DuckDB'],
  mobile: ['Flutter', 'Kotlin', 'SwiftUI', 'Firebase'],
  illustration: ['Krita', 'Procreate', 'Inkscape', 'Affinity'],
  translation: ['OmegaT', 'memoQ', 'Trados', 'Weblate'],
  audio: ['Reaper', 'Audacity', 'Ardour', 'iZotope'],
  bookkeeping: ['GnuCash', 'Xero', 'Odoo', 'Excel'],
  support: ['Zendesk', 'Zammad', 'HubSpot', 'Freshdesk'],
};
export const trades = Object.keys(tools);

export function say(chance: Chance, pitch: Pitch, slots: Slots): string {
  const used = chance.some(tools[slots.trade]!, 2);
  const given: Record<string, string> = {
    ...slots,
    Trade: slots.trade[0]!.toUpperCase() + slots.trade.slice(1),
    tool: used[0]!,
    tool2: used[1]!,
    days: String(chance.whole(2, 14)),
    n: String(chance.whole(4, 45)),
  };
  return pitch.sentences
    .filter((_, at) => at === 0 || !chance.yes(0.08))
    .map((sentence, at) =>
      sentence
        .replaceAll(/\{([^}]*)\}/g, (_, options: string) => {
          const sides = options.split('|');
          return chance.yes(0.15)
            ? chance.pick(sides)
            : sides[(pitch.habit + at * 7) % sides.length]!;
        })
        .replaceAll(/\[(\w+)\]/g, (_, slot: string) => given[slot] ?? ''),
    )
    .filter((sentence) => sentence !== '')
    .join(' ');
}

const subjects = [
  'seed catalogue',
  'menu',
  'newsletter',
  'price list',
  'invoice archive',
  'tour planner',
  'language course',
  'shop window',
  'member list',
  'help page',
  'annual report',
  'quiz',
  'photo wall',
  'donation form',
  'delivery tracker',
  'radio spot',
  'interview series',
  'exhibition guide',
];
const wishes: Record<string, string[]> = {
  web: ['Build a site for our', 'Fix the pages of a', 'Speed up the'],
  data: ['Clean the data of a', 'Weekly figures for our', 'Move to a database: the'],
  mobile: ['Small app for a', 'Port to tablets: the', 'Offline mode for our'],
  illustration: ['Twelve drawings for a', 'New look for the', 'Icons for our'],
  translation: ['Translate a', 'Proofread the', 'Subtitles for our'],
  audio: ['Record a', 'Cut and master the', 'Jingle for our'],
  bookkeeping: ['Book the year of a', 'Check the accounts of our', 'Monthly closing for a'],
  support: ['Answer mails about our', 'Evening shift for a', 'Write replies for the'],
};
export const jobTitle = (chance: Chance, trade: string) =>
  `${chance.pick(wishes[trade]!)} ${chance.pick(subjects)}`;

const chat = [
  [
    '{Hello|Hi}, {the files are in the shared folder|I have put the files up}.',
    'Could you {look|have a look} by {noon|tomorrow}?',
  ],
  [
    '{Thanks|Thank you}, {received|got it}.',
    'I will {come back to you|reply} {tonight|on Monday}.',
  ],
  [
    'A {small|quick} question on the {second|third} part:',
    'should the {header|total} stay {as it is|where it was}?',
  ],
  [
    'The {draft|first half} is {ready|done}.',
    '{Please|Kindly} {comment|mark} what you want {changed|different}.',
  ],
  [
    'I am {running|about} a day late, {sorry|my apologies}.',
    'You will have it {on Thursday|before the weekend}.',
  ],
  ['{Great|Lovely} work.', 'We {may|might} have {more|another one} next month.'],
  ['The {invoice|statement} is attached.', 'Please {check|confirm} the {amount|hours}.'],
];
/** What some people ask for, honest ones too. */
const wants = {
  outside: [
    'Could we {continue|talk} on {another messenger|a messenger of my choice}?',
    'My {chat|messenger} handle is {in my profile|easy to find}, {write|ping} me there.',
  ],
  coin: [
    'Would {crypto|a stablecoin} {be fine|work} for the payment?',
    'My bank is slow; can you pay in {USDT|bitcoin}?',
  ],
  ship: ['Please {send|ship} the {laptop|test phone} to the address in my {request|ticket}.'],
  early: ['Could you release {half|the payment} before the {review|milestone}?'],
};
export type Want = keyof typeof wants;

export function chatMessage(chance: Chance, want?: Want): string {
  const sentences = [...chance.pick(chat)];
  if (want) sentences.push(chance.pick(wants[want]));
  if (chance.yes(0.5)) sentences.push(chance.pick(chance.pick(chat)));
  return sentences
    .join(' ')
    .replaceAll(/\{([^}]*)\}/g, (_, options: string) => chance.pick(options.split('|')));
}

const praise = [
  'Good',
  'As agreed',
  'Fast',
  'Pleasant',
  'Had to ask twice',
  'Some corrections were needed',
  'Would hire again',
  'Fine',
  'Clear and polite',
  'Late, but good',
  'Exactly right',
  'Solid',
];
export const comment = (chance: Chance) =>
  chance.some(praise, chance.whole(1, 3)).join(chance.yes(0.5) ? '. ' : ', ');
