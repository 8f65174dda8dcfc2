/**
 * The thread in which the answers to people's queries are received, decoded and written as JSON: however much a query
 * brings, the server goes on answering others, and a thread that does not come to an end can be ended from outside.
 * One question at a time.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Session } from 'neo4j-driver';
import type { QueryResult } from '../../../domain/query.ts';
import { resultValue, type Met } from './values.ts';
import { withLocale } from '../../platform/locale.ts';
import type { Connection } from '../../platform/settings/settings.ts';
import { connectedDriver } from './driver.ts';
import { meterSockets } from './metered-sockets.ts';
import type { Answer, Answered, Found, Question, Said } from './personal-messages.ts';
import { explained, failureOf, personalSession, run } from './personal-session.ts';
import { refOf, storedNode } from './records.ts';

/** Of an answer, as JSON: more than a table can hold. */
const mostJson = 8_000_000;
/** Of an answer, as it arrives. */
const mostArriving = 16_000_000;
/** As many nodes and relations as the canvas draws. */
const mostDrawn = 5_000;

const port = parentPort!;
const connection = workerData as Connection;
const meter = meterSockets();
// All digits of an integer: what a person asks for is shown as it stands.
const driver = connectedDriver(connection, { useBigInt: true, maxConnectionPoolSize: 2 });

port.on('message', (question: Question) => void answer(question));
say('free');

async function answer(question: Question): Promise<void> {
  meter.allow(mostArriving);
  const session = personalSession(driver, connection.database, question.ask === 'run' ? 500 : 1);
  say(await answerOf(session, question));
  await session.close().catch(() => undefined);
  meter.allow(Infinity);
  say('free');
}

async function answerOf(session: Session, question: Question): Promise<Answer> {
  try {
    if (question.ask === 'explain') return { plan: await explained(session, question) };
    const answered = await withLocale(question.language, () => answeredBy(session, question));
    return answered ? { answered } : { failed: { why: 'wide' } };
  } catch (error) {
    return { failed: meter.exceeded() ? { why: 'wide' } : failureOf(error, question) };
  }
}

/** Null when not even one row could arrive. */
async function answeredBy(
  session: Session,
  question: Extract<Question, { ask: 'run' }>,
): Promise<Answered | null> {
  const begun = performance.now();
  const met: Met = { nodes: new Map(), relations: new Map() };
  const rows: string[] = [];
  let columns: string[] = [];
  let cut: QueryResult['cut'] = null;
  let length = 0;
  try {
    const result = run(session, question.text, question);
    columns = await result.keys();
    for await (const row of result) {
      // One row beyond the limit says that there are more.
      if (rows.length === question.rows) {
        cut = 'rows';
        break;
      }
      const json = JSON.stringify(columns.map((column) => resultValue(row.get(column), met)));
      length += json.length;
      if (length > mostJson) {
        cut = 'bytes';
        break;
      }
      rows.push(json);
    }
  } catch (error) {
    if (!meter.exceeded()) throw error;
    cut = 'bytes';
  }
  if (cut === 'bytes' && rows.length === 0) return null;
  const rest = {
    ...{ columns, cut, milliseconds: Math.round(performance.now() - begun) },
    ...{ nodes: met.nodes.size, relations: met.relations.size },
  };
  const json = `{"rows":[${rows.join(',')}],${JSON.stringify(rest).slice(1)}`;
  return { json, found: foundIn(met) };
}

function foundIn({ nodes, relations }: Met): Found {
  return {
    nodes: [...nodes]
      .slice(0, mostDrawn)
      .map(([elementId, node]) => ({ elementId, ref: refOf(storedNode(node)) })),
    relations: [...relations.keys()].slice(0, mostDrawn),
  };
}

function say(what: Said): void {
  port.postMessage(what);
}
