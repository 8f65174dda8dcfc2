import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Comment } from '../../../domain/case-work.ts';
import { mentionsIn } from '../../../domain/mentions.ts';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { newId } from '../api/new-id.ts';
import { ReasonDialog } from '../judgements/ReasonDialog.tsx';
import { announceProblem } from '../news/announce-problem.ts';
import { dayAndTime } from '../theme/formats.ts';
import { addressInCase } from './case-place.ts';
import { useCaseChanged, useComments } from './case-work-queries.ts';
import { LongList } from './LongList.tsx';
import { MentionField } from './MentionField.tsx';
import { useShownEntry } from './use-shown-entry.ts';

const text = messages.caseWork;

interface OfCase {
  id: string;
  /** False where the case is joined into another. */
  works: boolean;
  /** The one that the address leads to. */
  entry: string | null;
}

/** Comments on a case and on those joined into it, latest first, with a field to write one. */
export function CommentList({ id, works, entry }: OfCase) {
  const listed = useComments(id);
  const comments = listed.data?.pages.flatMap(({ items }) => items);
  const shown = useShownEntry(entry, comments, listed);
  return (
    <>
      {works && <CommentForm id={id} />}
      <LongList listed={listed} empty={text.noComments}>
        <ol className="case-lines">
          {comments?.map((comment) => (
            <li
              key={comment.id}
              ref={comment.id === entry ? shown : undefined}
              className="case-line"
              data-shown={comment.id === entry || undefined}
            >
              <OneComment comment={comment} of={id} works={works} />
            </li>
          ))}
        </ol>
      </LongList>
    </>
  );
}

/** What was begun and not sent, by case: another tab may be looked at meanwhile. */
const drafts = new Map<string, string>();

function CommentForm({ id }: { id: string }) {
  const [written, setWritten] = useState(drafts.get(id) ?? '');
  // The same until it is sent: what is sent again after a lost answer makes no second one.
  const [own, setOwn] = useState(newId);
  const [busy, setBusy] = useState(false);
  const changed = useCaseChanged();
  const write = (said: string) => {
    drafts.set(id, said);
    setWritten(said);
  };
  const submit = () => {
    if (written.trim() === '' || busy) return;
    setBusy(true);
    send('commentCase', { case: id }, { id: own, text: written })
      .then(() => {
        write('');
        setOwn(newId());
        return changed();
      })
      .catch(announceProblem)
      .finally(() => setBusy(false));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <MentionField value={written} onChange={write} onSend={submit} />
      <Group justify="flex-end" my={6}>
        <Button size="compact-sm" type="submit" loading={busy} disabled={written.trim() === ''}>
          {text.send}
        </Button>
      </Group>
    </form>
  );
}

interface OneCommentProps {
  comment: Comment;
  /** The case that it is shown in; of another it says which. */
  of: string | null;
  works: boolean;
}

/** A comment as it was written; struck where it was withdrawn. */
export function OneComment({ comment, of, works }: OneCommentProps) {
  const { id, case: on, case_title: title, by, at, withdrawn } = comment;
  const [asking, setAsking] = useState(false);
  const changed = useCaseChanged();
  const withdraw = async (why: string) => {
    await send('withdrawComment', { case: on, comment: id }, { why });
    await changed();
  };
  return (
    <>
      <Group gap={6} justify="space-between" wrap="nowrap" align="baseline">
        <Text size="xs" c="dimmed" className="breaks grows">
          <b>{by}</b>
          {` · ${dayAndTime(at)}`}
          {on !== of && (
            <>
              {' · '}
              <Link className="text-link" href={addressInCase(on, 'comments', id)}>
                {text.inCase(title)}
              </Link>
            </>
          )}
        </Text>
        {works && on === of && !withdrawn && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={text.withdrawLabel(by, dayAndTime(at))}
            onClick={() => setAsking(true)}
          >
            {text.withdraw}
          </Button>
        )}
      </Group>
      <CommentText comment={comment} />
      {withdrawn && (
        <Text size="xs" c="dimmed" className="breaks" dir="auto">
          {text.withdrawn(withdrawn.by, dayAndTime(withdrawn.at), withdrawn.why)}
        </Text>
      )}
      {asking && (
        <ReasonDialog
          asked={{
            ...{ title: text.withdrawTitle, hint: text.withdrawHint, action: text.withdraw },
            ...{ act: withdraw, counts: false },
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function CommentText({ comment: { text: said, mentions, withdrawn } }: { comment: Comment }) {
  const Element = withdrawn ? 'del' : 'span';
  const parts: (string | { name: string; at: number })[] = [];
  let to = 0;
  for (const { start, end } of mentionsIn(said, mentions)) {
    parts.push(said.slice(to, start), { name: said.slice(start, end), at: start });
    to = end;
  }
  parts.push(said.slice(to));
  return (
    <Element className="case-said" dir="auto">
      {parts.map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <strong key={part.at} className="mention">
            {part.name}
          </strong>
        ),
      )}
    </Element>
  );
}
