import { Menu } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import type { GraphFileFormat } from '../../../../domain/api/api.ts';
import { formatRef } from '../../../../domain/schema/graph.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useRefusal } from '../../api/caller.ts';
import { sendInTurn } from '../../news/turn.ts';
import { announceProblem } from '../../news/announce-problem.ts';
import { useBoard } from '../../workspace/board.tsx';
import { useMarks } from '../../workspace/marks.tsx';
import { useOpenedGraph, useSubject } from '../../workspace/opened.tsx';
import { useAnnounce } from '../../news/announcements.tsx';
import { SaveAsJson } from '../../cases/SaveAsJson.tsx';
import { useSubjectTitle } from '../../cases/subject-title.ts';
import { headingsOn } from '../render/headings.ts';
import { pictureLegend } from '../render/picture-legend.ts';
import { dayAndTime } from '../../theme/formats.ts';
import { useLooks } from '../../styles/looks-provider.tsx';
import { useScheme } from '../../theme/scheme.ts';
import { additionsAmong, seenAdditions } from '../../board/additions.ts';
import { visibleNodes, visibleRelations } from '../../board/board.ts';
import { visibleMarks } from '../../board/marks.ts';
import { saveFile } from '../../ui/save-file.ts';
import { papers, printBefore, printSheet, type Paper } from '../render/print-sheet.ts';
import { pictureOf } from '../render/picture.ts';
import { relationsStood, standingsIn } from '../../board/standings.ts';
import { ToolMenu } from '../../ui/ToolMenu.tsx';
import type { GraphControls } from '../render/use-graph-view.ts';
import { vectorPicture } from '../render/vector-picture.ts';

const text = messages.page.save;
const added = messages.additions;

/** The view as a picture, and its graph, or what is marked of it, as files for other programs. */
export function SaveMenu({ controls }: { controls: GraphControls }) {
  const board = useBoard();
  const marks = useMarks();
  const pictures = usePictures(controls);
  const saveGraph = useFiles();
  const maySave = useRefusal('graphFile') === null;
  const marked = visibleMarks(board, marks).length;
  const name = useFileName();
  return (
    <ToolMenu label={text.menu} icon={<IconDownload size={18} />} width={250}>
      <Menu.Label>{text.view}</Menu.Label>
      <Menu.Item onClick={pictures.png}>{text.png}</Menu.Item>
      <Menu.Item onClick={pictures.svg}>{text.svg}</Menu.Item>
      <Menu.Item onClick={pictures.copy}>{text.copy}</Menu.Item>
      <Menu.Label>{added.print}</Menu.Label>
      {papers.map((paper) => (
        <Menu.Item key={paper} onClick={() => pictures.print(paper)}>
          {added.paper[paper]}
        </Menu.Item>
      ))}
      {maySave && (
        <>
          <Menu.Label>{marked > 0 ? text.marked(marked) : text.graph}</Menu.Label>
          {(Object.keys(text.formats) as GraphFileFormat[]).map((format) => (
            <Menu.Item key={format} onClick={() => saveGraph(format)}>
              {text.formats[format]}
            </Menu.Item>
          ))}
        </>
      )}
      <SaveAsJson name={name} />
    </ToolMenu>
  );
}

/** The name of what is open, as a file may bear it. */
function useFileName(): string {
  const subject = useSubject();
  const id = subject.kind === 'start' ? 'graph' : subject.id;
  return `skein-${id.replaceAll(/[^\w.-]+/g, '-')}`;
}

function usePictures({ view }: GraphControls) {
  const board = useBoard();
  const looks = useLooks();
  const announce = useAnnounce();
  const scheme = useScheme();
  const name = useFileName();
  const title = useSubjectTitle();
  const kept = useOpenedGraph().data?.kept;
  const foot = () => {
    const nodes = visibleNodes(board);
    const when = dayAndTime(new Date().toISOString());
    return {
      caption: messages.page.canvas.caption(
        title,
        nodes.length,
        visibleRelations(board).length,
        when,
      ),
      entries: pictureLegend(board, looks),
      annotations: view.current?.scene(board.annotations.values()).annotations ?? [],
    };
  };
  const headings = () => (view.current ? headingsOn(view.current, board.lanes) : []);
  const raster = () => {
    const drawing = view.current?.picture();
    return drawing
      ? pictureOf(drawing, scheme, foot(), headings())
      : Promise.reject(new Error(messages.page.canvas.failed));
  };
  const printed = () => {
    const scene = view.current?.scene(board.annotations.values());
    if (!scene) return null;
    const when = dayAndTime(new Date().toISOString());
    const told = kept ? [added.printedOf(kept.title), added.savedBy(kept.by)] : [];
    return {
      svg: vectorPicture(scene, 'light', foot(), headings()),
      about: { title, lines: [...told, added.printedOn(when)] },
    };
  };
  // By the browser's own command: what WebGL has drawn would stay empty.
  useWindowEvent('beforeprint', () => {
    const sheet = printed();
    if (sheet) printBefore(sheet.svg, sheet.about);
  });
  return {
    png: () => {
      raster()
        .then((png) => saveFile(png, `${name}.png`))
        .catch(announceProblem);
    },
    svg: () => {
      const scene = view.current?.scene(board.annotations.values());
      if (!scene) return;
      const picture = vectorPicture(scene, scheme, foot(), headings());
      saveFile(new Blob([picture], { type: 'image/svg+xml' }), `${name}.svg`);
    },
    print: (paper: Paper) => {
      const sheet = printed();
      if (sheet) printSheet(sheet.svg, paper, sheet.about);
    },
    copy: () => {
      // The browser asks for the picture while it still trusts the click.
      navigator.clipboard
        .write([new ClipboardItem({ 'image/png': raster() })])
        .then(() => announce(text.copied))
        .catch(announceProblem);
    },
  };
}

/** Saves what is marked with the relations among it, or all that is shown. */
function useFiles() {
  const board = useBoard();
  const marks = useMarks();
  const name = useFileName();
  return (format: GraphFileFormat) => {
    const marked = visibleMarks(board, marks);
    const nodes = marked.length > 0 ? marked : visibleNodes(board).map(formatRef);
    const among = new Set(nodes);
    const relations = visibleRelations(board).filter(
      ({ from, to }) => among.has(formatRef(from)) && among.has(formatRef(to)),
    );
    const standings = standingsIn(board, nodes);
    const additions = Object.fromEntries(
      marked.length > 0 ? additionsAmong(board, among) : seenAdditions(board),
    );
    const told = { nodes, relations: relationsStood(board, relations), standings, additions };
    sendInTurn('graphFile', { format }, told)
      .then(({ blob, name: file }) => saveFile(blob, file.replace(/^skein/, name)))
      .catch(announceProblem);
  };
}
