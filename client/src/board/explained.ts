import { addedRef, type Addition } from '../../../domain/addition.ts';
import type { Annotation } from '../../../domain/annotation.ts';
import type { Point } from '../../../domain/drawing/placement.ts';

/** What analysts put on a board that the graph does not have. */
export interface Explained {
  /** What they know from elsewhere, by an id of its own. */
  additions: ReadonlyMap<string, Addition>;
  /** What they draw to explain it, likewise; later ones lie over earlier ones. */
  annotations: ReadonlyMap<string, Annotation>;
}

export const nothingExplained: Explained = { additions: new Map(), annotations: new Map() };

export type ExplainChange =
  /** Adds what is known from elsewhere, or writes it anew; all in one step. `places` by reference. */
  | {
      do: 'know';
      additions: ReadonlyMap<string, Addition>;
      places?: ReadonlyMap<string, Point> | undefined;
    }
  /** Takes it away, with the links that lead to it. */
  | { do: 'unknow'; id: string }
  | { do: 'annotate'; id: string; annotation: Annotation }
  | { do: 'unannotate'; id: string };

export function explained(board: Explained, change: ExplainChange): Explained {
  const { additions, annotations } = board;
  switch (change.do) {
    case 'know':
      return { additions: new Map([...additions, ...change.additions]), annotations };
    case 'unknow':
      return { additions: withoutAddition(additions, change.id), annotations };
    case 'annotate':
      return { additions, annotations: new Map(annotations).set(change.id, change.annotation) };
    case 'unannotate':
      return {
        additions,
        annotations: new Map([...annotations].filter(([id]) => id !== change.id)),
      };
  }
}

function withoutAddition(additions: Explained['additions'], gone: string): Map<string, Addition> {
  const ref = addedRef(gone);
  const leads = (one: Addition) => one.kind === 'link' && (one.from === ref || one.to === ref);
  return new Map([...additions].filter(([id, one]) => id !== gone && !leads(one)));
}
