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

/** What a text asks for, each kind once. The wordings of every language are tried, whatever the text is in. */
export function requestsIn(text: string): Request[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'");
  const sentences = plain
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => sentence.slice(0, longestSentence));
  return requestKinds.flatMap((kind) => {
    // An offer is signed at the end of the text, sentences away from what it says.
    const passages = kind === 'cold-executive' ? [plain.trim().slice(0, 2_000)] : sentences;
    const asking = passages.find((passage) => asks(kind, passage, plain));
    return asking === undefined ? [] : [{ kind, sentence: asking }];
  });
}

/**
 * A language asks when it has all ideas of a group. What makes it no request may be said in the words of any
 * language: English and French share letters and many words.
 */
function asks(kind: RequestKind, passage: string, text: string): boolean {
  const { asks: groups, unless, answered = {} } = requests[kind];
  const tongues = Object.values(languages);
  const isAnswered = (idea: Idea | SharedIdea) => {
    const answer = answered[idea as Idea];
    return answer !== undefined && tongues.some((words) => words[answer].test(text));
  };
  const open = groups.filter((group) => !group.some(isAnswered));
  const has = (idea: Idea | SharedIdea, words: Readonly<Record<Idea, RegExp>>) =>
    (idea in sharedWords ? sharedWords[idea as SharedIdea] : words[idea as Idea]).test(passage);
  return (
    tongues.some((words) => open.some((group) => group.every((idea) => has(idea, words)))) &&
    !tongues.some((words) => unless.some((idea) => has(idea, words)))
  );
}

/** An executive's offer to somebody who never wrote before is a cold one; of the rest it is not known. */
const notKnownCold = 0.4;

/** Texts that somebody writes to somebody, or to all. */
const written = ['bid', 'message', 'resume', 'portfolio', 'profile', 'other'];

const riskyRequests: Derivation = {
  version: 2,
  makes: ['ASKS_FOR'],
  infer: async (database, asOf) => {
    const found: Inferred[] = [];
    for await (const text of texts(database, asOf)) {
      const asked = requestsIn(text.text).filter(
        ({ kind }) => kind !== 'cold-executive' || (text.kind === 'message' && !text.answers),
      );
      if (asked.length === 0) continue;
      const onlyOffer = asked.every(({ kind }) => kind === 'cold-executive');
      found.push({
        relation: 'ASKS_FOR',
        from: { type: 'document', id: text.id },
        to: { type: 'account', id: text.account },
        score: onlyOffer && !text.addressed ? notKnownCold : 1,
        reason: asked
          .map(({ kind, sentence }) => says.request(says.requests[kind], shown(sentence)))
          .join(' | '),
      });
    }
    return found;
  },
};
export default riskyRequests;

function shown(sentence: string): string {
  const plain = sentence.replaceAll('|', '/');
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
}

interface Row {
  id: string;
  account: string;
  kind: string;
  text: string;
  /** Whether it is known whom it was for. */
  addressed: boolean;
  /** Whether the other had written before, or offers the work that this is about. */
  answers: boolean;
}

function texts(database: Database, asOf: string): AsyncGenerator<Row> {
  return database.stream<Row>(
    `MATCH (d:Document)-[:HANDED_IN_BY]->(a:Account)
     WHERE d.text IS NOT NULL AND coalesce(d.submitted_at, '') <= $as_of
       AND coalesce(d.kind, 'other') IN $written
     RETURN d.id AS id, a.id AS account, coalesce(d.kind, 'other') AS kind, d.text AS text,
            EXISTS { (d)-[:ADDRESSED_TO]->(:Account) } AS addressed,
            coalesce(d.kind, 'other') = 'message' AND
            EXISTS { MATCH (d)-[:ADDRESSED_TO]->(c:Account)<-[:HANDED_IN_BY]-(earlier:Document)-[:ADDRESSED_TO]->(a)
                     WHERE earlier.submitted_at < d.submitted_at } AS answers`,
    { as_of: asOf, written },
  );
}
