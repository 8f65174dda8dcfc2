import { Button, Checkbox, FileButton, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { caseStates, type CaseSummary } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useCaller, useMay } from '../api/caller.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { Failure } from '../ui/Failure.tsx';
import { addressOfSubject } from '../subject/subject.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { useCases } from './case-queries.ts';
import { CaseForm } from './CaseForm.tsx';
import { CasesViewSwitch, MentionsOfMe, TasksOf, useCasesView } from './ForMe.tsx';
import './cases.css';
import { newId } from '../api/new-id.ts';
import { useOpenFile } from './use-open-file.ts';

const text = messages.cases;

/** All cases, with ways to begin one, and what of them is for whoever looks. */
export function CasesPage() {
  const [view] = useCasesView();
  if (view.show === 'cases') return <AllCases />;
  return (
    <div className="cases-page">
      <div className="cases-inner">
        <Title order={2} size="h3" mb="sm">
          {text.title}
        </Title>
        <CasesViewSwitch />
        {view.show === 'mentions' ? <MentionsOfMe /> : <TasksOf whom={view.whom} />}
      </div>
    </div>
  );
}

function AllCases() {
  const [state, setState] = useState<(typeof caseStates)[number]>('open');
  const { data, error, refetch, hasNextPage, fetchNextPage } = useCases(state);
  const { open, drop } = useOpenFile(null);
  const [id] = useState(newId);
  const [making, setMaking] = useState(false);
  const [alone, setAlone] = useState(false);
  const me = useCaller().data?.person?.name;
  const mayWork = useMay('work');
  const [, navigate] = useLocation();
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <div className="cases-page" {...(mayWork ? drop : {})}>
      <div className="cases-inner">
        <Group justify="space-between" mb="sm">
          <Title order={2} size="h3">
            {text.title}
          </Title>
          <Group gap="xs">
            {mayWork && <OpenFileButton onFile={(file) => void open(file)} />}
            <Button
              size="xs"
              disabled={!mayWork}
              leftSection={<IconPlus size={15} />}
              onClick={() => setMaking(true)}
            >
              {text.newCase}
            </Button>
          </Group>
        </Group>
        <CasesViewSwitch />
        {making && (
          <CaseForm
            submit={text.create}
            onCancel={() => setMaking(false)}
            onSubmit={(writing) => {
              const members = alone && me !== undefined ? [me] : null;
              send('createCase', {}, { id, ...writing, members })
                .then((made) => navigate(addressOfSubject('case', made.id)))
                .catch(announceProblem);
            }}
          >
            <Checkbox
              size="xs"
              label={messages.caseMembers.mineAlone}
              checked={alone}
              onChange={({ currentTarget }) => setAlone(currentTarget.checked)}
            />
          </CaseForm>
        )}
        <SegmentedControl
          size="xs"
          mb="sm"
          aria-label={text.filter}
          value={state}
          onChange={setState}
          data={caseStates.map((value) => ({ value, label: text.states[value] }))}
        />
        {error && !items && <Failure error={error} onRetry={() => void refetch()} />}
        {!items && !error && <Waiting />}
        {items?.map((item) => (
          <CaseRow key={item.id} item={item} />
        ))}
        {items?.length === 0 && (
          <div>
            <Text fw={600}>{text.none}</Text>
            {state === 'open' && (
              <Text size="sm" c="dimmed">
                {text.noneHint}
              </Text>
            )}
          </div>
        )}
        {hasNextPage && (
          <Button variant="subtle" size="xs" onClick={() => void fetchNextPage()}>
            {messages.page.more}
          </Button>
        )}
        <Text size="xs" c="dimmed" mt="sm">
          {text.dropHint}
        </Text>
      </div>
    </div>
  );
}

function CaseRow({ item }: { item: CaseSummary }) {
  return (
    <Link className="case-row" href={addressOfSubject('case', item.id)}>
      <Text fw={600} className="case-text" lineClamp={2}>
        {item.title}
      </Text>
      {item.description !== '' && (
        <Text size="sm" className="case-text" lineClamp={2}>
          {item.description}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {saidOf(item).join(' · ')}
      </Text>
      <TagList tags={item.tags} />
    </Link>
  );
}

function saidOf({ joined, members, boards, changed_by, changed }: CaseSummary): string[] {
  return [
    ...(joined ? [`${messages.caseWork.joinedInto[joined.as]} ${joined.title}`] : []),
    ...(members ? [messages.caseMembers.number(members.length)] : []),
    text.boards(boards),
    text.changedBy(changed_by, dayAndTime(changed)),
  ];
}

export function TagList({ tags }: { tags: readonly string[] }) {
  return (
    <span className="tag-list">
      {tags.map((tag) => (
        <span key={tag} className="tag">
          <span>{tag}</span>
        </span>
      ))}
    </span>
  );
}

export function OpenFileButton({ onFile }: { onFile: (file: File | null) => void }) {
  return (
    <FileButton onChange={onFile} accept="application/json,.json">
      {(props) => (
        <Button {...props} size="xs" variant="default" leftSection={<IconFileImport size={15} />}>
          {text.openFile}
        </Button>
      )}
    </FileButton>
  );
}
