import type { ParameterValue, Values } from '../../../../domain/parameters.ts';
import { messages } from '../../../../domain/messages/index.ts';
import { actor } from '../../../platform/access/actor.ts';
import { catalogue, detectorInfo } from '../../../detection/catalogue/catalogue.ts';
import type { DetectorInfo, RankingInfo } from '../../../../domain/answers.ts';
import type { Database } from '../../../graph/neo4j/database.ts';
import { declaredValues } from '../../../detection/parameters/effective-parameters.ts';
import {
  knownTunable,
  parameterHistory,
  activateParameters,
} from '../../../decisions/trial/activate-parameters.ts';
import { readChanges, refuse } from '../../../detection/parameters/read-values.ts';
import { activeRevisions } from '../../../detection/parameters/revision-store.ts';
import { ranking, rankingInfo } from '../../../detection/parameters/tunable.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { print, printJson } from './print.ts';
import { withDatabase } from './with-database.ts';

const text = messages.parameters.command;

interface Changing {
  why: string;
  trial?: string;
  restsOn?: number;
  json?: true;
}

export function list({ json }: { json?: true }): Promise<void> {
  return withDatabase(async (database) => {
    const inForce = await activeRevisions(database);
    const all = [...(await catalogue()), { ...ranking, version: rankingInfo().version }];
    const items = all.map((entry) => ({
      ...{ id: entry.id, version: entry.version },
      ...{ declared: declaredValues(entry), in_force: inForce.get(entry.id) ?? null },
    }));
    if (json) printJson({ items });
    else
      for (const { id, version, in_force } of items)
        print(text.line(id, version, listed(in_force?.values ?? {})));
  });
}

export function show(id: string, options: { json?: true }): Promise<void> {
  return withDatabase((database) => tell(database, id, options));
}

async function tell(database: Database, id: string, { json }: { json?: true }): Promise<void> {
  const history = await parameterHistory(database, id);
  const info = await infoOf(id);
  const [inForce = null] = history;
  if (json) {
    printJson({ ...info, in_force: inForce, history });
    return;
  }
  print(text.head(id, info.version, info.title, inForce?.revision ?? 0));
  for (const { name, default: usual, min, max, unit, why } of info.parameters) {
    const value = inForce?.values[name];
    const declared = value === undefined ? null : written(usual);
    const line = text.parameter(name, written(value ?? usual), declared, unit);
    print(`${line}${text.range(min, max)}\n    ${why}`);
  }
  for (const { revision, by, at, values, why, trial } of history) {
    print(text.change(revision, by, at, listed(values).join(', '), why));
    if (trial !== null) print(text.restingOn(trial));
  }
}

/** Throws NotFoundError. */
async function infoOf(id: string): Promise<DetectorInfo | RankingInfo> {
  const { id: known } = await knownTunable(id);
  const detector = (await catalogue()).find((entry) => entry.id === known);
  return detector ? detectorInfo(detector) : rankingInfo();
}

/** Puts values in force, beside those that were set before. */
export function set(
  id: string,
  { param, ...options }: Changing & { param: string[] },
): Promise<void> {
  return change(id, options, async (values) => ({
    ...values,
    ...(await readChanges(param, id))[id],
  }));
}

/** Puts the declared values in force again, of all parameters where none is named. */
export function reset(id: string, names: string[], options: Changing): Promise<void> {
  return change(id, options, (values) => without(id, values, names));
}

async function change(
  id: string,
  { why, trial = null, restsOn, json }: Omit<Changing, 'trial'> & { trial?: string | null },
  changed: (inForce: Values) => Promise<Values>,
): Promise<void> {
  await withDatabase(async (database) => {
    const inForce = (await activeRevisions(database)).get(id);
    const revision = await activateParameters(
      database,
      { home: readSettings().home, by: actor(), now: new Date().toISOString() },
      id,
      {
        ...{ values: await changed(inForce?.values ?? {}), why, trial },
        rests_on: restsOn ?? inForce?.revision ?? 0,
      },
    );
    if (json) printJson(revision);
    else print(text.done(id, revision.revision));
  });
}

async function without(id: string, values: Values, names: readonly string[]): Promise<Values> {
  const { parameters } = await knownTunable(id);
  const known = Object.keys(parameters);
  const unknown = names.filter((name) => !known.includes(name));
  const problems = messages.parameters.problems;
  refuse(
    unknown.map((name) => ({ where: `${id}.${name}`, problem: problems.unknown(id, name, known) })),
  );
  const kept = names.length === 0 ? [] : Object.entries(values);
  return Object.fromEntries(kept.filter(([name]) => !names.includes(name)));
}

function listed(values: Values): string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${written(value)}`);
}

function written(value: ParameterValue): string {
  return typeof value === 'object' ? value.join(',') : String(value);
}
