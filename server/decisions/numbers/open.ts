import { loadQuery } from '../../../cypher/load-query.ts';
import { foundKinds, type FoundKind } from '../../../domain/disposition.ts';
import {
  ageSteps,
  daysBetween,
  openStates,
  type AgeStep,
  type OpenNumbers,
} from '../../../domain/numbers.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** Open items that are alike. */
export interface OpenGroup {
  kind: FoundKind;
  /** Of findings that the run has. */
  detector: string | null;
  version: number | null;
  state: (typeof openStates)[number];
  /** A day. */
  opened: string;
  unassigned: boolean;
  overdue: boolean;
  proposed: boolean;
  items: number;
}

export async function openGroups(
  database: Database,
  run: string | null,
  today: string,
): Promise<OpenGroup[]> {
  if (run === null) return [];
  return database.read<OpenGroup>(loadQuery('numbers/open'), { run, today, states: openStates });
}

export function openNumbers(groups: readonly OpenGroup[], today: string): OpenNumbers {
  const sum = (holds: (group: OpenGroup) => boolean) =>
    groups.filter(holds).reduce((all, { items }) => all + items, 0);
  const by_kind = foundKinds.map((kind) => ({
    kind,
    items: sum((one) => one.kind === kind),
    unassigned: sum((one) => one.kind === kind && one.unassigned),
    overdue: sum((one) => one.kind === kind && one.overdue),
    proposed: sum((one) => one.kind === kind && one.proposed),
  }));
  const by_age = foundKinds.flatMap((kind) =>
    openStates.flatMap((state) =>
      ageSteps.map(({ step }) => ({
        ...{ kind, state, step },
        items: sum(
          (one) => one.kind === kind && one.state === state && stepOf(one.opened, today) === step,
        ),
      })),
    ),
  );
  return { by_age, by_kind };
}

function stepOf(opened: string, today: string): AgeStep {
  const days = daysBetween(opened, today);
  return ageSteps.find(({ to }) => to === null || days <= to)!.step;
}
