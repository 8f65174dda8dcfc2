import type { ConditionCheck } from '../../../domain/condition.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { agings } from '../retention/aging-store.ts';
import { nextOf } from '../retention/daily-aging.ts';
import { statedRetention } from '../retention/retention.ts';
import { check } from './check.ts';

const text = messages.condition.retention;
const looked = 30;

/** When rules were last applied, what went, and when they are next. */
export async function retentionCheck(
  database: Database,
  settings: Pick<Settings, 'home'>,
  now: Date,
): Promise<ConditionCheck> {
  const { retention, problem } = await statedRetention(settings);
  if (problem !== null) return check('retention', 'bad', text.bad, text.badTodo);
  const all = await agings(database, looked);
  const [latest] = all;
  const last = all.find(({ state }) => state === 'done');
  const hasRules = Object.keys(retention.rules).length > 0;
  const next = nextOf(retention, now)?.toISOString() ?? null;
  const says = [
    ...(latest?.state === 'running' ? [text.running(latest.begun)] : []),
    ...(latest?.state === 'waiting' ? [text.putOff(latest.next_at)] : []),
    ...(last ? [text.last(last.begun, last.files)] : hasRules ? [text.never] : []),
    hasRules ? text.next(next) : text.none,
  ];
  const state = latest?.state === 'waiting' ? 'look' : 'well';
  return check('retention', state, says.join(' '), text.todo);
}
