import { Menu } from '@mantine/core';
import type { BoardFile } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useDrawnPlaces, useJudged } from '../workspace/board.tsx';
import { useMarks } from '../workspace/marks.tsx';
import { useSubject } from '../workspace/opened.tsx';
import { withPlaces } from '../board/drawn-places.ts';
import { visibleMarks } from '../board/marks.ts';
import { saveFile } from '../ui/save-file.ts';
import { contentOf, contentOfSome } from '../board/kept/board-content.ts';
import { useSubjectTitle } from './subject-title.ts';

const longestTitle = 200;

/** Saves the board, or what is marked of it, as a file that opens again. */
export function SaveAsJson({ name }: { name: string }) {
  const { bare: board } = useJudged();
  const marks = useMarks();
  const places = useDrawnPlaces();
  const subject = useSubject();
  const title = useSubjectTitle();
  const write = () => {
    const drawn = withPlaces(places.looked(board, board.view), places.at(board.origin));
    const marked = visibleMarks(board, marks);
    const file: BoardFile = {
      format: 'skein-board',
      title: title.slice(0, longestTitle),
      subject: subject.kind === 'start' ? '' : `${subject.kind} ${subject.id}`,
      saved: new Date().toISOString(),
      content: marked.length > 0 ? contentOfSome(drawn, new Set(marked)) : contentOf(drawn),
    };
    saveFile(new Blob([JSON.stringify(file)], { type: 'application/json' }), `${name}.json`);
  };
  return <Menu.Item onClick={write}>{messages.cases.json}</Menu.Item>;
}
