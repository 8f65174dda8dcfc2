/** What analysts added by hand, as a picture draws it beside what the data hold. */
import {
  addedRef,
  gradeOf,
  type AddedThing,
  type ListedAddition,
} from '../../../domain/addition.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import type { Thing } from './folding.ts';
import type { Line } from './lines.ts';

/** `drawn`: references of the nodes that are. Links to others are left out. */
export function addedTo(
  additions: readonly ListedAddition[],
  drawn: ReadonlySet<string>,
): { things: Thing[]; lines: Line[] } {
  const things = additions.flatMap((one): Thing[] => {
    if (one.kind !== 'thing') return [];
    const ref = addedRef(one.id);
    return [{ ref, nodes: [asNode(ref, one)], added: true }];
  });
  const ends = new Set([...drawn, ...things.map(({ ref }) => ref)]);
  const lines = additions.flatMap((one): Line[] => {
    if (one.kind !== 'link' || !ends.has(one.from) || !ends.has(one.to)) return [];
    const { from, to } = one;
    const says = [`${one.says} (${gradeOf(one)})`];
    return [
      {
        from,
        to,
        says,
        relations: 1,
        inferred: true,
        rejected: false,
        context: false,
        added: true,
      },
    ];
  });
  return { things, lines };
}

/** Its type is one of the schema even where it is of none: its mark is drawn without it. */
function asNode(ref: string, thing: AddedThing): WholeNode {
  return {
    type: thing.type === 'thing' ? 'person' : thing.type,
    id: ref,
    caption: `${thing.name} · ${gradeOf(thing)}`,
    stub: false,
    score: null,
    cluster_id: null,
    degree: 0,
    values: {},
    extra: {},
    sources: [],
    earlier: [],
  };
}
