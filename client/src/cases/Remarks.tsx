import {
  ActionIcon,
  Button,
  Group,
  Text,
  Textarea,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { IconPencil, IconTrash, IconX } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import type { Note } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useOpenedGraph } from '../workspace/opened.tsx';
import { Section } from '../ui/Section.tsx';
import { dayAndTime } from '../theme/formats.ts';
import './cases.css';
import { newId } from '../api/new-id.ts';
import { notesOn } from '../board/remarks.ts';

const text = messages.cases;
const longestNote = 10_000;
const longestTag = 60;

/** Notes and tags of a node; nothing where no graph is open. */
export function NodeRemarks({ nodeRef, caption }: { nodeRef: string; caption: string }) {
  const graph = useOpenedGraph();
  if (!graph.data) return null;
  return (
    <>
      <Notes on={{ kind: 'node', key: nodeRef }} what={caption} />
      <Tags nodeRef={nodeRef} />
    </>
  );
}

/** Notes on a line between two nodes; nothing where no graph is open. */
export function LineRemarks({ line, caption }: { line: string; caption: string }) {
  const graph = useOpenedGraph();
  return graph.data && <Notes on={{ kind: 'line', key: line }} what={caption} />;
}

/** What was noted on one thing, and a field to note more. */
export function Notes({ on, what }: { on: Note['on']; what: string }) {
  const board = useBoard();
  const { change } = useBoardActions();
  const notes = notesOn(board, on);
  const write = (written: string) =>
    change({ do: 'note', id: newId(), note: { on, text: written, by: null, at: null } });
  return (
    <Section title={on.kind === 'board' ? text.boardNotes : text.note} count={notes.length}>
      {notes.map(({ id, note }) => (
        <OneNote key={id} id={id} note={note} what={what} />
      ))}
      <NoteForm label={text.noteLabel(what)} submit={text.addNote} onSubmit={write} />
    </Section>
  );
}

function OneNote({ id, note, what }: { id: string; note: Note; what: string }) {
  const { change } = useBoardActions();
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <NoteForm
        label={text.noteLabel(what)}
        submit={text.save}
        before={note.text}
        onSubmit={(written) => {
          change({ do: 'note', id, note: { on: note.on, text: written, by: null, at: null } });
          setEditing(false);
        }}
        onCancel={() => setEditing(false)}
      />
    );
  return (
    <div className="note">
      <p className="note-text">{note.text}</p>
      <Group gap={4} wrap="nowrap">
        <Text size="xs" c="dimmed" className="grows">
          {saysWho(note)}
        </Text>
        <ActionIcon size="sm" aria-label={text.changeNote} onClick={() => setEditing(true)}>
          <IconPencil size={14} />
        </ActionIcon>
        <ActionIcon
          size="sm"
          aria-label={text.deleteNote}
          onClick={() => change({ do: 'unnote', id })}
        >
          <IconTrash size={14} />
        </ActionIcon>
      </Group>
    </div>
  );
}

function saysWho({ by, at, quoted }: Note): string {
  if (quoted) return text.quoted(quoted.by ?? '', quoted.at === null ? '' : dayAndTime(quoted.at));
  return by === null || at === null ? text.writtenNow : text.writtenBy(by, dayAndTime(at));
}

interface NoteFormProps {
  label: string;
  submit: string;
  before?: string;
  onSubmit: (text: string) => void;
  onCancel?: () => void;
}

function NoteForm({ label, submit, before = '', onSubmit, onCancel }: NoteFormProps) {
  const [written, setWritten] = useState(before);
  const ready = written.trim() !== '';
  const send = () => {
    if (!ready) return;
    onSubmit(written.trim());
    setWritten('');
  };
  return (
    <div>
      <Textarea
        aria-label={label}
        placeholder={text.writing}
        autosize
        minRows={1}
        maxRows={10}
        maxLength={longestNote}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      {(ready || onCancel) && (
        <Group gap="xs" mt={6}>
          <Button size="compact-xs" onClick={send} disabled={!ready}>
            {submit}
          </Button>
          {onCancel && (
            <Button size="compact-xs" variant="default" onClick={onCancel}>
              {text.cancel}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

function Tags({ nodeRef }: { nodeRef: string }) {
  const board = useBoard();
  const { change } = useBoardActions();
  const [written, setWritten] = useState('');
  const tags = board.tags.get(nodeRef) ?? [];
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const tag = written.trim();
    if (tag !== '') change({ do: 'tag', refs: [nodeRef], tag });
    setWritten('');
  };
  return (
    <Section title={text.nodeTags} count={tags.length}>
      <div className="tag-list">
        {tags.map((tag) => (
          <span key={tag} className="tag">
            <span>{tag}</span>
            <ActionIcon
              size={16}
              aria-label={text.removeTag(tag)}
              onClick={() => change({ do: 'untag', ref: nodeRef, tag })}
            >
              <IconX size={12} />
            </ActionIcon>
          </span>
        ))}
      </div>
      <form onSubmit={add}>
        <TextInput
          mt={tags.length > 0 ? 6 : 0}
          size="xs"
          aria-label={text.addTag}
          placeholder={text.addTag}
          maxLength={longestTag}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <VisuallyHidden>
          <button type="submit" tabIndex={-1}>
            {text.addTag}
          </button>
        </VisuallyHidden>
      </form>
    </Section>
  );
}

/** Beside a node in the table: its tags, and how many notes are on it. */
export function RemarkMarks({ nodeRef }: { nodeRef: string }) {
  const board = useBoard();
  const notes = notesOn(board, { kind: 'node', key: nodeRef }).length;
  const tags = board.tags.get(nodeRef) ?? [];
  return (
    <>
      {notes > 0 && <span className="pill">{text.noted(notes)}</span>}
      {tags.map((tag) => (
        <span key={tag} className="tag">
          <span>{tag}</span>
        </span>
      ))}
    </>
  );
}
