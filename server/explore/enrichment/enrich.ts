import { createHash } from 'node:crypto';
import type { Enricher, Enrichment, EnrichmentQuestion } from '../../../domain/enrichment.ts';
import { messages } from '../../../domain/messages/index.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { actor } from '../../platform/access/actor.ts';
import { NotFoundError, UsageError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { enrichmentAnswered, enrichmentAsked } from '../../trust/custody/acts.ts';
import { append } from '../../trust/custody/log.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { factsIn } from './answer.ts';
import { declaredEnrichers, programOf } from './declared.ts';
import { answerOfProgram } from './program.ts';
import { answerOfService } from './service.ts';

const text = messages.enrichment;

/**
 * Asks one enricher about one node. That it is asked is recorded before, and the digest of what it answers after; the
 * answer is kept nowhere. Throws NotFoundError, UsageError, and what asking throws.
 */
export async function enrich(
  database: Database,
  settings: Settings,
  ref: NodeRef,
  id: string,
): Promise<Enrichment> {
  const enricher = (await declaredEnrichers(settings)).find((one) => one.id === id);
  if (!enricher) throw new NotFoundError(text.noSuch(id));
  const [node] = await nodesByRef(database, [ref]);
  if (!node) throw new NotFoundError(messages.http.noNode(formatRef(ref)));
  if (!enricher.types.some((type) => type === ref.type))
    throw new UsageError(text.noType(enricher.title, ref.type));
  const { type, id: own, caption } = node.shown;
  const question: EnrichmentQuestion = { version: 1, node: { type, id: own, caption } };
  return recorded(settings.home, enrichmentAsked(id, ref), async () => {
    const answer = await answerOf(enricher, JSON.stringify(question), settings);
    const digest = createHash('sha256').update(answer).digest('hex');
    const facts = factsIn(enricher.title, answer);
    await append(settings.home, enrichmentAnswered(id, ref, digest, facts.length));
    const asked = { asked_by: actor(), asked_at: new Date().toISOString() };
    return { enricher: id, title: enricher.title, ...asked, digest, facts };
  });
}

function answerOf(enricher: Enricher, question: string, settings: Settings): Promise<Buffer> {
  const { title, command, url } = enricher;
  if (command) return answerOfProgram(title, programOf(command), question);
  return answerOfService(title, url!, question, settings);
}
