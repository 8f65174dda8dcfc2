import { addedRef, type Addition } from '../../../domain/addition.ts';
import type { Point } from '../../../domain/drawing/placement.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addedLineKey } from '../board/additions.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { useBoardActions } from '../workspace/board.tsx';
import { useSelect } from '../workspace/selection.tsx';

const text = messages.additions;

interface Told {
  called: string;
  /** It was there before. */
  changed?: boolean;
  at?: Point | undefined;
}

/** Adds what somebody knows to the board, or takes it away; each is one step, and is said. */
export function useAdditions() {
  const { change } = useBoardActions();
  const { select, selectLine } = useSelect();
  const announce = useAnnounce();
  return {
    know: (additions: ReadonlyMap<string, Addition>, { called, changed, at }: Told) => {
      const [first] = [...additions].filter(([, { kind }]) => kind === 'thing');
      const places = first && at ? new Map([[addedRef(first[0]), at]]) : undefined;
      change({ do: 'know', additions, places });
      if (first && !changed) select(addedRef(first[0]));
      const [link] = additions;
      if (!first && link?.[1].kind === 'link' && !changed)
        selectLine(addedLineKey(link[0], link[1]));
      announce(changed ? text.changed(called) : text.added(called));
    },
    remove: (id: string, called: string) => {
      change({ do: 'unknow', id });
      select(null);
      announce(text.removed(called));
    },
  };
}
