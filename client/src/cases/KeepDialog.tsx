import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { addressOfBoard } from '../subject/subject.ts';
import { useDrawnPlaces, useJudged, useUnsavedWork } from '../workspace/board.tsx';
import { withPlaces } from '../board/drawn-places.ts';
import { useView } from '../workspace/view.ts';
import { contentOf } from '../board/kept/board-content.ts';
import { useCases } from './case-queries.ts';
import { newId } from '../api/new-id.ts';
import { dropUnsaved } from '../board/kept/unsaved.ts';
import { useSubjectTitle } from './subject-title.ts';

const text = messages.cases;
const longestTitle = 200;

/** Keeps what is on the canvas on a board of a case, and goes on there. */
export function KeepDialog({ onClose }: { onClose: () => void }) {
  const cases = useCases('open');
  const suggested = useSubjectTitle().slice(0, longestTitle);
  const [into, setInto] = useState('');
  const [caseTitle, setCaseTitle] = useState(suggested);
  const [title, setTitle] = useState(suggested);
  const { keep, busy } = useKeep();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void keep({ into, caseTitle: caseTitle.trim(), title: title.trim() });
  };
  const known = cases.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.keep}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <NativeSelect
            label={text.keepIn}
            value={into}
            onChange={(event) => setInto(event.currentTarget.value)}
            data={[
              { value: '', label: text.aNewCase },
              ...known.map(({ id, title: label }) => ({ value: id, label })),
            ]}
          />
          {into === '' && (
            <TextInput
              label={text.caseTitle}
              required
              maxLength={longestTitle}
              value={caseTitle}
              onChange={(event) => setCaseTitle(event.currentTarget.value)}
            />
          )}
          <TextInput
            label={text.boardTitle}
            required
            data-autofocus
            maxLength={longestTitle}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {text.keep}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Ids are chosen once, so that trying again after a lost answer makes no second case or board. */
function useKeep() {
  const { bare: board } = useJudged();
  const places = useDrawnPlaces();
  const { unsaved } = useUnsavedWork();
  const [view] = useView();
  const [ids] = useState(() => ({ case: newId(), board: newId() }));
  const [busy, setBusy] = useState(false);
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const keep = async (how: { into: string; caseTitle: string; title: string }) => {
    setBusy(true);
    try {
      const caseId =
        how.into === ''
          ? (await send('createCase', {}, { id: ids.case, title: how.caseTitle })).id
          : how.into;
      const drawn = withPlaces(places.looked(board, view), places.at(board.origin));
      const content = contentOf(drawn);
      await send('createBoard', { case: caseId }, { id: ids.board, title: how.title, content });
      void client.invalidateQueries({ queryKey: ['cases'] });
      navigate(addressOfBoard(caseId, ids.board));
      // On the board it is safe: what is opened here again is as it was first.
      if (unsaved !== null) void dropUnsaved(unsaved);
    } catch (error) {
      announceProblem(error);
      setBusy(false);
    }
  };
  return { keep, busy };
}
