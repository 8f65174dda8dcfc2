import { messages } from '../../../domain/messages/browser.ts';
import { useBoardActions } from './board.tsx';
import { useSelect, useSelection } from './selection.tsx';
import { useAnnounce } from '../news/announcements.tsx';

/** Hides nodes, lets go of the selection where it is among them, and says how many. */
export function useDismiss(): (refs: readonly string[]) => void {
  const { change } = useBoardActions();
  const { selected } = useSelection();
  const { select } = useSelect();
  const announce = useAnnounce();
  return (refs) => {
    if (refs.length === 0) return;
    change({ do: 'hide', refs });
    if (selected !== null && refs.includes(selected)) select(null);
    announce(messages.page.canvas.dismissed(refs.length));
  };
}
