import type { ParameterValues, QueryCheck, QueryPlace } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { needsTooMuchMemory, tookTooLong } from '../../platform/failures.ts';
import { QueryFault, QueryTooLong, RowTooWide } from '../../graph/neo4j/personal.ts';
import type { PersonalPlan, Place } from '../../graph/neo4j/personal-messages.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import { ofTheDataAlone } from './data-alone.ts';
import { refusedExtent } from './extent.ts';
import { refusedGrowth } from './growth.ts';
import { refusedParameters, sentParameters } from './parameters.ts';
import { nodePatterns } from './node-patterns.ts';
import { reachesAnyNode, refusedPlan } from './plan.ts';
import { refusedSpan } from './spans.ts';
import {
  isMark,
  isWord,
  readQuery,
  withPlainLines,
  type Read,
  type Token,
} from '../../graph/neo4j/tokens.ts';
import { parametersOf, refusedWording } from './wording.ts';

/** GQL's status of a parameter that has no value yet: that is asked when the query is run. */
const parameterMissing = '01N60';

/** A query that was explained and only reads the graph; nothing else reaches `Database.personal.run`. */
export interface LetThrough {
  sent: string;
  parameters: Record<string, unknown>;
}

/**
 * The one gate for what a person writes. The words are read first, then the server explains the query, and its
 * plan must hold nothing but reads of the graph. Whether the person may ask at all is to be decided here, too.
 */
export async function examine(
  database: Database,
  query: string,
  parameters: ParameterValues,
): Promise<{ check: QueryCheck; letThrough: LetThrough | null }> {
  const text = withPlainLines(query);
  const { tokens, sent, refusal } = readQuery(text);
  const named = parametersOf(tokens);
  const check: QueryCheck = { allowed: false, problems: [], remarks: [], parameters: named };
  const refused = (...problems: QueryPlace[]) => ({
    check: { ...check, problems },
    letThrough: null,
  });
  const wording =
    refusal ??
    refusedWording(tokens) ??
    refusedExtent(tokens) ??
    refusedSpan(tokens, parameters) ??
    refusedGrowth(tokens);
  if (wording) return refused({ says: wording.why, from: wording.from, to: wording.to });
  if (tokens.length === 0) return refused({ says: messages.queries.empty, from: null, to: null });
  const unsendable = refusedParameters(parameters);
  if (unsendable !== null) return refused({ says: unsendable, from: null, to: null });
  const values = sentParameters(parameters);
  try {
    const plan = await database.personal.explain(sent, values);
    const why = refusedPlan(plan);
    if (why !== null) return refused({ says: why, from: null, to: null });
    const alone = await ofTheData(database, { tokens, sent }, plan, values);
    if ('says' in alone) return refused(alone);
    const remarks = plan.notes.filter(({ code }) => code !== parameterMissing);
    return {
      check: { ...check, allowed: true, remarks: remarks.map((note) => placed(note, text)) },
      letThrough: { sent: alone.sent, parameters: values },
    };
  } catch (error) {
    if (error instanceof QueryFault) return refused(placed(error.place, text));
    if (isTooHard(error)) return refused({ says: messages.queries.tooHard, from: null, to: null });
    throw error;
  }
}

/**
 * What may be sent of a query that reads, so that it comes to the data alone. Where its plan begins at nodes of any label, or something is asked
 * of such a node where no plan shows it, it is made to look for those of the data, and explained anew.
 */
async function ofTheData(
  database: Database,
  { tokens, sent }: Pick<Read, 'tokens' | 'sent'>,
  plan: PersonalPlan,
  values: Record<string, unknown>,
): Promise<{ sent: string } | QueryPlace> {
  const { unlabelled, hasHidden, refusal } = nodePatterns(tokens);
  if (refusal) return { says: refusal.why, from: refusal.from, to: refusal.to };
  const byId = hasHidden ? callById(tokens) : null;
  if (byId) return lacksLabel(byId);
  const reaches = reachesAnyNode(plan);
  const changed = reaches ? unlabelled : unlabelled.filter(({ isHidden }) => isHidden);
  const [first] = changed;
  if (!first) return reaches ? lacksLabel(callById(tokens)) : { sent };
  const labelled = ofTheDataAlone(sent, changed);
  const { tokens: all, refusal: unread } = readQuery(labelled);
  if (unread ?? refusedExtent(all)) return lacksLabel(first);
  const again = await database.personal.explain(labelled, values).catch((error: unknown) => {
    if (error instanceof QueryFault) return null;
    throw error;
  });
  if (!again || refusedPlan(again) !== null || reachesAnyNode(again)) return lacksLabel(first);
  return { sent: labelled };
}

function lacksLabel(at: { from: number; to: number } | null): QueryPlace {
  const { nameLabel } = messages.queries.refused;
  return { says: nameLabel, from: at?.from ?? null, to: at?.to ?? null };
}

const idFunctions = new Set(['ID', 'ELEMENTID']);

/** Where a node is asked for by what the database calls it, whatever its label. */
function callById(tokens: readonly Token[]): Token | null {
  return (
    tokens.find((token, at) => {
      const open = tokens[at + 1];
      return isWord(token, idFunctions) && open !== undefined && isMark(open, '(');
    }) ?? null
  );
}

/** As `examine`, but throws InvalidDataError for what may not run, and for a parameter without a value. */
export async function letThrough(
  database: Database,
  query: string,
  parameters: ParameterValues,
): Promise<LetThrough> {
  const { check, letThrough: passed } = await examine(database, query, parameters);
  if (!passed) {
    const [first] = check.problems;
    throw new InvalidDataError(
      messages.queries.notRun(first?.says ?? ''),
      check.problems.map(({ says }) => ({ where: 'body.text', problem: says })),
    );
  }
  const missing = check.parameters.filter((name) => !Object.hasOwn(parameters, name));
  if (missing.length === 0) return passed;
  throw new InvalidDataError(
    messages.queries.missing(missing),
    missing.map((name) => ({
      where: `body.parameters.${name}`,
      problem: messages.queries.noValue,
    })),
  );
}

/** The server could not even plan it. */
function isTooHard(error: unknown): boolean {
  const isEnded = error instanceof QueryTooLong || error instanceof RowTooWide;
  return isEnded || tookTooLong(error) || needsTooMuchMemory(error);
}

/** Lines and columns as offsets; what is said of a place is said of the word that begins there. */
function placed({ says, line, column }: Place, text: string): QueryPlace {
  if (line === null || column === null) return { says, from: null, to: null };
  const before = text.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  const from = Math.min(start, Math.max(0, text.length - 1));
  const word = /^[\p{L}\p{N}_]+/u.exec(text.slice(from))?.[0].length ?? 1;
  return { says, from, to: Math.min(text.length, from + word) };
}
