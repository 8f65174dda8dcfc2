import { Button, Group, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { historyRule, type KeptBoard } from '../../../domain/case.ts';
import { parseRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { Failure } from '../ui/Failure.tsx';
import { useBoard } from '../workspace/board.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { Heading } from '../ui/Heading.tsx';
import { NodeLink } from '../ui/LinkList.tsx';
import { Section } from '../ui/Section.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { AdditionList } from '../additions/AdditionList.tsx';
import { GoneThings } from './GoneThings.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { useRevisions } from './case-queries.ts';
import { useKeeping } from './keeping.tsx';
import { notedNodes } from '../board/remarks.ts';
import { Notes } from './Remarks.tsx';

const text = messages.cases;
const shownAtFirst = 10;

/** The board that is open: notes on it, what is noted on it, what is gone from the graph, and its history. */
export function BoardDetails() {
  const board = useBoard();
  const { kept } = useKeeping();
  if (!kept) return <Waiting />;
  const noted = [...notedNodes(board)].map(parseRef).filter((ref) => ref !== null);
  return (
    <>
      <Heading kind={text.board} title={kept.title}>
        <Text size="xs" c="dimmed" mt={4}>
          {text.madeBy(kept.created_by, dayAndTime(kept.created))}
        </Text>
        <CopyLink />
      </Heading>
      <Notes on={{ kind: 'board', key: '' }} what={text.thisBoard} />
      {noted.length > 0 && (
        <Section title={text.notesOn} count={noted.length}>
          <Group gap={6}>
            {noted.map((node) => (
              <NodeLink key={`${node.type}:${node.id}`} node={node} />
            ))}
          </Group>
        </Section>
      )}
      <AdditionList />
      <GoneThings />
      <History kept={kept} />
      <Rename kept={kept} />
    </>
  );
}

function CopyLink() {
  const announce = useAnnounce();
  const copy = () => {
    const link = location.origin + location.pathname;
    navigator.clipboard.writeText(link).then(() => announce(text.linkCopied), announceProblem);
  };
  return (
    <Button mt="sm" size="xs" variant="default" onClick={copy}>
      {text.copyLink}
    </Button>
  );
}

function History({ kept }: { kept: KeptBoard }) {
  const { state, flush, takeIn } = useKeeping();
  const announce = useAnnounce();
  const savedAt = state?.is === 'saved' ? Date.parse(state.at) : 0;
  const { data, error, refetch } = useRevisions(kept.case, kept.id, savedAt);
  const [shown, setShown] = useState(shownAtFirst);
  const restore = async (revision: number, at: string) => {
    try {
      await flush();
      const place = { case: kept.case, board: kept.id };
      const made = await send('restoreBoard', place, { revision });
      await takeIn(made.revision);
      announce(text.restored(dayAndTime(at)));
    } catch (problem) {
      announceProblem(problem);
    }
  };
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Section title={text.history} count={data?.items.length}>
      <Text size="xs" c="dimmed" mb={6}>
        {text.historyRule(historyRule.latest, historyRule.minutes)}
      </Text>
      {data?.items.slice(0, shown).map(({ revision, at, by, nodes, relations, notes }, index) => (
        <Group key={revision} className="link-row" wrap="nowrap" gap="xs">
          <div className="grows">
            <Text size="sm">{text.writtenBy(by, dayAndTime(at))}</Text>
            <Text size="xs" c="dimmed">
              {text.sizes(nodes, relations, notes)}
            </Text>
          </div>
          {index === 0 ? (
            <span className="faint small">{text.now}</span>
          ) : (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={text.restoreLabel(dayAndTime(at))}
              onClick={() => void restore(revision, at)}
            >
              {text.restore}
            </Button>
          )}
        </Group>
      ))}
      {data && data.items.length > shown && (
        <Button size="compact-xs" variant="subtle" onClick={() => setShown(shown + 50)}>
          {messages.page.details.moreOf(data.items.length - shown)}
        </Button>
      )}
    </Section>
  );
}

function Rename({ kept }: { kept: KeptBoard }) {
  const [title, setTitle] = useState(kept.title);
  const client = useQueryClient();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const place = { case: kept.case, board: kept.id };
    send('changeBoard', place, { title: title.trim() })
      .then(() => client.invalidateQueries({ queryKey: ['board-state', kept.id] }))
      .catch(announceProblem);
  };
  return (
    <Section title={text.rename}>
      <form onSubmit={submit}>
        <Group gap="xs" wrap="nowrap">
          <TextInput
            className="grows"
            size="xs"
            aria-label={text.boardTitle}
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default">
            {text.save}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
