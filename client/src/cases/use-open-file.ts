import { useQueryClient } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { addressOfBoard } from '../subject/subject.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { readBoardFile } from './board-file.ts';
import { newId } from '../api/new-id.ts';

/** Opens a board that was saved as JSON, in a case or in a new one of the same title. */
export function useOpenFile(caseId: string | null) {
  const [, navigate] = useLocation();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [over, setOver] = useState(false);

  const open = async (file: File | null) => {
    if (!file) return;
    try {
      const { title, content } = await readBoardFile(file);
      const into = caseId ?? (await send('createCase', {}, { id: newId(), title })).id;
      const board = await send('createBoard', { case: into }, { id: newId(), title, content });
      void client.invalidateQueries({ queryKey: ['cases'] });
      navigate(addressOfBoard(into, board.id));
      announce(messages.cases.opened(title));
    } catch (error) {
      announceProblem(error);
    }
  };

  return {
    open,
    /** For the element on which a file may be dropped. */
    drop: {
      'data-over': over || undefined,
      onDragOver: (event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        void open(event.dataTransfer.files[0] ?? null);
      },
    },
  };
}
