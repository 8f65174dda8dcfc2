import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../api/caller.ts';
import type { Body } from '../../../domain/api/api.ts';
import type { BoardSummary, Case } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { isMissing } from '../api/problem.ts';
import { Failure } from '../ui/Failure.tsx';
import { Nowhere } from '../ui/Nowhere.tsx';
import { addressOfBoard } from '../subject/subject.ts';
import { Section } from '../ui/Section.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { useCaseChanged } from './case-work-queries.ts';
import { CaseAccounts } from './CaseAccounts.tsx';
import { useCase } from './case-queries.ts';
import { CaseForm } from './CaseForm.tsx';
import { CaseMembers } from './CaseMembers.tsx';
import { CaseTabs } from './CaseTabs.tsx';
import { AlikeCases, JoinDialog, JoinedCases, JoinedNote, type Target } from './JoinCase.tsx';
import { OpenFileButton, TagList } from './CasesPage.tsx';
import './cases.css';
import { useOpenFile } from './use-open-file.ts';

const text = messages.cases;

/** One case: what it is about, its boards, and what is known and decided of the accounts on them. */
export function CasePage({ id }: { id: string }) {
  const { data, error, refetch } = useCase(id);
  const { open, drop } = useOpenFile(id);
  const [joining, setJoining] = useState<Target | 'pick' | null>(null);
  const mayWork = useMay('work');
  if (isMissing(error) && !data) return <Nowhere why={error.message} />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const works = data.joined === null && mayWork;
  return (
    <div className="cases-page" {...(works ? drop : {})}>
      <div className="cases-inner">
        <Link className="text-link" href="/cases">
          {text.all}
        </Link>
        <CaseHeading kept={data} onJoin={() => setJoining('pick')} />
        <JoinedNote kept={data} />
        <CaseTabs
          kept={data}
          boards={
            <>
              <Section title={text.boardList} count={data.boards}>
                <Boards boards={data.board_list} works={works} />
                {works && (
                  <Group mt="xs" gap="xs">
                    <OpenFileButton onFile={(file) => void open(file)} />
                    <Text size="xs" c="dimmed">
                      {text.dropHint}
                    </Text>
                  </Group>
                )}
              </Section>
              <JoinedCases id={id} />
              {works && <AlikeCases id={id} onJoin={setJoining} />}
              <CaseAccounts kept={data} />
            </>
          }
        />
      </div>
      {joining && (
        <JoinDialog
          kept={data}
          target={joining === 'pick' ? null : joining}
          onClose={() => setJoining(null)}
        />
      )}
    </div>
  );
}

function CaseHeading({ kept, onJoin }: { kept: Case; onJoin: () => void }) {
  // As it was when one began: of what changes meanwhile nothing is overwritten.
  const [editing, setEditing] = useState<Case | null>(null);
  const changed = useCaseChanged();
  const change = (body: Body<'changeCase'>) => {
    send('changeCase', { case: kept.id }, { ...body, rests_on: (editing ?? kept).revision })
      .then(() => setEditing(null))
      .catch(announceProblem)
      .finally(changed);
  };
  if (editing)
    return (
      <CaseForm
        before={editing}
        submit={text.save}
        onCancel={() => setEditing(null)}
        onSubmit={({ title, description, tags }) => change({ title, description, tags })}
      />
    );
  const { state } = kept;
  return (
    <>
      <Group gap="sm" align="baseline">
        <Title order={2} size="h3" className="breaks">
          {kept.title}
        </Title>
        {state !== 'open' && <Badge variant="outline">{text.state[state]}</Badge>}
      </Group>
      <Text size="xs" c="dimmed" mb={6}>
        {`${text.madeBy(kept.created_by, dayAndTime(kept.created))} · ${text.changedBy(kept.changed_by, dayAndTime(kept.changed))}`}
      </Text>
      <CaseMembers kept={kept} />
      <TagList tags={kept.tags} />
      <Text size="sm" my={6} className="case-text">
        {kept.description}
      </Text>
      {kept.joined === null && (
        <HeadingActions
          state={state}
          change={change}
          onEdit={() => setEditing(kept)}
          onJoin={onJoin}
        />
      )}
    </>
  );
}

interface HeadingActionsProps {
  state: Case['state'];
  change: (body: Body<'changeCase'>) => void;
  onEdit: () => void;
  onJoin: () => void;
}

function HeadingActions({ state, change, onEdit, onJoin }: HeadingActionsProps) {
  return (
    <Group gap="xs" mb="sm">
      <Button size="compact-sm" variant="default" onClick={onEdit}>
        {text.edit}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => change({ state: state === 'open' ? 'closed' : 'open' })}
      >
        {state === 'open' ? text.close : text.reopen}
      </Button>
      {state !== 'archived' && (
        <Button
          size="compact-sm"
          variant="default"
          title={text.archiveHint}
          onClick={() => change({ state: 'archived' })}
        >
          {text.archive}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={onJoin}>
        {messages.caseWork.join}
      </Button>
    </Group>
  );
}

function Boards({ boards, works }: { boards: readonly BoardSummary[]; works: boolean }) {
  const shown = boards.filter(({ archived }) => !archived);
  const archived = boards.filter((board) => board.archived);
  return (
    <>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.noBoards}
        </Text>
      )}
      {shown.map((board) => (
        <BoardRow key={board.id} board={board} works={works} />
      ))}
      {archived.length > 0 && (
        <details>
          <summary>{text.archivedBoards(archived.length)}</summary>
          {archived.map((board) => (
            <BoardRow key={board.id} board={board} works={works} />
          ))}
        </details>
      )}
    </>
  );
}

function BoardRow({ board, works }: { board: BoardSummary; works: boolean }) {
  const changed = useCaseChanged();
  const archive = (archived: boolean) => {
    send('changeBoard', { case: board.case, board: board.id }, { archived })
      .then(changed)
      .catch(announceProblem);
  };
  return (
    <Group className="case-row board-row" wrap="nowrap" gap="sm">
      <div className="grows">
        <Link className="text-link" href={addressOfBoard(board.case, board.id)}>
          <Text component="span" fw={600} className="breaks">
            {board.title}
          </Text>
        </Link>
        <Text size="xs" c="dimmed">
          {`${text.sizes(board.nodes, board.relations, board.notes)} · ${text.changedBy(board.by, dayAndTime(board.changed))}`}
        </Text>
      </div>
      {works && (
        <Button size="compact-xs" variant="subtle" onClick={() => archive(!board.archived)}>
          {board.archived ? text.bringBack : text.archive}
        </Button>
      )}
    </Group>
  );
}
