import {
  languages,
  requestKinds,
  requests,
  sharedWords,
  type Idea,
  type RequestKind,
  type SharedIdea,
} from '../../../domain/requests.ts';
import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Derivation, Inferred } from './derivation.ts';

/** A request that a text makes, with the sentence that makes it. */
export interface Request {
  kind: RequestKind;
  sentence: string;
}

const sentenceEnd = /(?<=[.!?…])\s+|(?<=[。!?])|[\n;]+/u;
const longestSentence = 400;

/** By which words each language has each idea, each once. */
const allWords = [
  ...new Set([
    ...Object.values(sharedWords),
    ...Object.values(languages).flatMap((words) => Object.values(words)),
  ]),
];
const placeOf = new Map(allWords.map((words, at) => [words, at]));

/** Of one kind, in any language: places in `allWords`. */
interface Rule {
  /** All `ideas` in a sentence ask, unless one of `answers` stands anywhere in the text. */
  asks: { ideas: readonly number[]; answers: readonly number[] }[];
  unless: readonly number[];
}

/**
 * A language asks when it has all ideas of a group. What makes it no request may be said in the words of any
 * language: English and French share letters and many words.
 */
function ruleOf(kind: RequestKind): Rule {
  const { asks: groups, unless, answered = {} } = requests[kind];
  const tongues = Object.values(languages);
  const place = (idea: Idea | SharedIdea, tongue: Readonly<Record<Idea, RegExp>>) =>
    placeOf.get(idea in sharedWords ? sharedWords[idea as SharedIdea] : tongue[idea as Idea])!;
  const inAny = (idea: Idea) => tongues.map((tongue) => place(idea, tongue));
  return {
    asks: tongues.flatMap((tongue) =>
      groups.map((group) => ({
        ideas: group.map((idea) => place(idea, tongue)),
        answers: group.flatMap((idea) => {
          const answer = answered[idea as Idea];
          return answer === undefined ? [] : inAny(answer);
        }),
      })),
    ),
    unless: unless.flatMap(inAny),
  };
}

const rules = requestKinds.map((kind) => ({ kind, rule: ruleOf(kind) }));

/** The first idea of each way to ask, in any language, in one: most passages have none of them, and ask for nothing. */
const begins = new RegExp(
  [...new Set(rules.flatMap(({ rule }) => rule.asks.map(({ ideas: [first] }) => first!)))]
    .map((first) => allWords[first]!.source)
    .join('|'),
);

/** For each way in which a passage asks by a rule, what in its text makes it no request: one of these. */
type Answers = readonly (readonly number[])[];

/** A text, of which each idea is looked for once. */
class Wording {
  readonly text: string;
  /** By the place of its words: 0 as long as nobody asked, 1 for one that is there, 2 for one that is not. */
  readonly #met = new Uint8Array(allWords.length);

  constructor(text: string) {
    this.text = text;
  }

  has(place: number): boolean {
    if (this.#met[place] === 0) this.#met[place] = allWords[place]!.test(this.text) ? 1 : 2;
    return this.#met[place] === 1;
  }
}

/** What of a text may ask by itself. */
class Passage extends Wording {
  /** By rule. Most passages ask for nothing, however often they are written. */
  readonly #asking = new Map<Rule, Answers>();
  readonly #mayAsk: boolean;

  constructor(text: string) {
    super(text);
    this.#mayAsk = begins.test(text);
  }

  /** Whether it asks by the rule, in a text that says so much. */
  asks(rule: Rule, text: Wording): boolean {
    if (!this.#mayAsk) return false;
    let asking = this.#asking.get(rule);
    if (!asking) {
      asking = this.#askingBy(rule);
      this.#asking.set(rule, asking);
    }
    return asking.some((answers) => !answers.some((answer) => text.has(answer)));
  }

  #askingBy({ asks, unless }: Rule): Answers {
    const met = asks.filter(({ ideas }) => ideas.every((idea) => this.has(idea)));
    if (met.length === 0 || unless.some((idea) => this.has(idea))) return [];
    return met.map(({ answers }) => answers);
  }
}

/** So many sentences are remembered: most of what is written to clients is written again. */
const mostRemembered = 20_000;

/** Sentences by their text, so that what is written again is not read again. */
class Sentences {
  readonly #known = new Map<string, Passage>();

  of(text: string): Passage {
    let sentence = this.#known.get(text);
    if (sentence) return sentence;
    if (this.#known.size >= mostRemembered) this.#known.clear();
    sentence = new Passage(flat(text));
    this.#known.set(sentence.text, sentence);
    return sentence;
  }
}

const beyondLatin = /[^\0-\xff]/;

/**
 * A copy that does not hold on to the whole text which it was cut from. Where it can be, it is of one byte a letter: words of
 * another script are then not even looked for.
 */
function flat(text: string): string {
  const coding = beyondLatin.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, coding).toString(coding);
}

/** Of which kinds a text may be found to ask. */
const anyKind = (): boolean => true;

/** What a text asks for, each kind once. The wordings of every language are tried, whatever the text is in. */
export function requestsIn(
  text: string,
  known = new Sentences(),
  mayBe: (kind: RequestKind) => boolean = anyKind,
): Request[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'");
  const sentences = plain
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => known.of(sentence.slice(0, longestSentence)));
  const whole = new Wording(plain);
  return rules.flatMap(({ kind, rule }) => {
    if (!mayBe(kind)) return [];
    const passages = kind === 'cold-executive' ? [letterOf(plain)] : sentences;
    const asking = passages.find((passage) => passage.asks(rule, whole));
    return asking === undefined ? [] : [{ kind, sentence: asking.text }];
  });
}

/** An offer is signed at the end of the text, sentences away from what it says. */
function letterOf(plain: string): Passage {
  return new Passage(plain.trim().slice(0, 2_000));
}

/** An executive's offer to somebody who never wrote before is a cold one; of the rest it is not known. */
const notKnownCold = 0.4;

/** Texts that somebody writes to somebody, or to all. */
const written = ['bid', 'message', 'resume', 'portfolio', 'profile', 'other'];

const riskyRequests: Derivation = {
  version: 2,
  makes: ['ASKS_FOR'],
  infer: (database, asOf) => requestsOf(database, asOf, null),
  // Whether a message answers an earlier one hangs on what either of the two wrote to the other.
  each: { of: 'document', along: [['HANDED_IN_BY', 'ADDRESSED_TO']], infer: requestsOf },
};
export default riskyRequests;

/** `ids`: of these documents alone. Few texts ask for anything: of those alone is it looked up whom they were for. */
async function requestsOf(
  database: Database,
  asOf: string,
  ids: readonly string[] | null,
): Promise<Inferred[]> {
  const asking: Asking[] = [];
  const known = new Sentences();
  await eachText(database, { asOf, ids }, ({ text, ...written }) => {
    const asked = requestsIn(text, known, (kind) => kind !== 'cold-executive' || written.isMessage);
    if (asked.length === 0) return;
    // So that no text is held on to for what it asks.
    const quoted = asked.map(({ kind, sentence }) => ({ kind, sentence: flat(shown(sentence)) }));
    asking.push({ ...written, asked: quoted });
  });
  const found: Inferred[] = [];
  for (let at = 0; at < asking.length; at += textsAtOnce) {
    const some = asking.slice(at, at + textsAtOnce);
    const directions = await directionsOf(database, some);
    for (const text of some) {
      const direction = directions.get(endsOf(text));
      // Erased meanwhile.
      if (!direction) continue;
      const inferred = inferredOf(text, direction);
      if (inferred) found.push(inferred);
    }
  }
  return found;
}

/** So many are looked up at once. */
const textsAtOnce = 2_000;

interface Asking extends Omit<Row, 'text'> {
  asked: Request[];
}

function inferredOf(
  { id, account, asked }: Asking,
  { addressed, answers }: Direction,
): Inferred | null {
  // What answers is no cold offer.
  const left = asked.filter(({ kind }) => kind !== 'cold-executive' || !answers);
  if (left.length === 0) return null;
  const onlyOffer = left.every(({ kind }) => kind === 'cold-executive');
  return {
    relation: 'ASKS_FOR',
    from: { type: 'document', id },
    to: { type: 'account', id: account },
    score: onlyOffer && !addressed ? notKnownCold : 1,
    reason: left
      .map(({ kind, sentence }) => says.request(says.requests[kind], sentence))
      .join(' | '),
  };
}

function shown(sentence: string): string {
  const plain = sentence.replaceAll('|', '/');
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
}

interface Row {
  id: string;
  account: string;
  /** Not a bid, a profile or the like. */
  isMessage: boolean;
  text: string;
}

function eachText(
  database: Database,
  { asOf, ids }: { asOf: string; ids: readonly string[] | null },
  take: (text: Row) => void,
): Promise<void> {
  return database.each<Row>(
    `${ids ? 'MATCH (d:Document) WHERE d.id IN $ids' : ''}
     MATCH (d:Document)-[:HANDED_IN_BY]->(a:Account)
     WHERE d.text IS NOT NULL AND coalesce(d.submitted_at, '') <= $as_of
       AND coalesce(d.kind, 'other') IN $written
     RETURN d.id AS id, a.id AS account, coalesce(d.kind, 'other') = 'message' AS isMessage, d.text AS text`,
    { as_of: asOf, written, ids },
    take,
  );
}

interface Direction {
  /** Whether it is known whom it was for. */
  addressed: boolean;
  /** Whether the other had written before. */
  answers: boolean;
}

const endsOf = ({ id, account }: { id: string; account: string }) => `${id}\n${account}`;

/** By the text and its account. */
async function directionsOf(
  database: Database,
  texts: readonly Asking[],
): Promise<Map<string, Direction>> {
  const found = new Map<string, Direction>();
  await database.each<Direction & { id: string; account: string }>(
    `UNWIND $texts AS text
     MATCH (d:Document {id: text.id})-[:HANDED_IN_BY]->(a:Account {id: text.account})
     USING INDEX SEEK d:Document(id)
     RETURN d.id AS id, a.id AS account, EXISTS { (d)-[:ADDRESSED_TO]->(:Account) } AS addressed,
            text.isMessage AND
            EXISTS { MATCH (d)-[:ADDRESSED_TO]->(c:Account)<-[:HANDED_IN_BY]-(earlier:Document)-[:ADDRESSED_TO]->(a)
                     WHERE earlier.submitted_at < d.submitted_at } AS answers`,
    { texts: texts.map(({ id, account, isMessage }) => ({ id, account, isMessage })) },
    ({ addressed, answers, ...text }) => {
      found.set(endsOf(text), { addressed, answers });
    },
  );
  return found;
}
