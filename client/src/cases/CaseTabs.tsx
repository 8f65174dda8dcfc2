import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Case } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/later.ts';
import { caseTabs, useCasePlace, type CaseTab } from './case-place.ts';
import { useCaseCounts } from './case-work-queries.ts';
import { CaseDecisions } from './CaseAccounts.tsx';
import { CaseHistory, EntryList } from './CaseHistory.tsx';
import { CommentList } from './CommentList.tsx';
import { TaskList } from './TaskList.tsx';

const text = messages.caseWork;

/** All of a case in one place, a part at a time; each comes when it is looked at. */
export function CaseTabs({ kept, boards }: { kept: Case; boards: ReactNode }) {
  const { tab, open } = useCasePlace();
  const counts = useCountOf(kept);
  return (
    <Tabs value={tab} onChange={(to) => open(to as CaseTab)} keepMounted={false}>
      <Tabs.List aria-label={text.title} mb="sm" className="case-tabs">
        {caseTabs.map((one) => (
          <Tabs.Tab key={one} value={one} px={7}>
            {text.tabs[one]} <span className="tab-count">{counts[one]}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {caseTabs.map((one) => (
        <Tabs.Panel key={one} value={one}>
          {one === 'boards' ? boards : <Part tab={one} kept={kept} />}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function useCountOf(kept: Case): Readonly<Record<CaseTab, ReactNode>> {
  const { data } = useCaseCounts(kept.id);
  return {
    boards: kept.boards,
    comments: data?.comments,
    tasks: data && (
      <>
        {text.open(data.open_tasks)}
        {data.overdue_tasks > 0 && (
          <span className="overdue">{`, ${text.overdue(data.overdue_tasks)}`}</span>
        )}
      </>
    ),
    notes: data?.notes,
    evidence: data?.exports,
    decisions: data?.decisions,
    history: data?.history,
  };
}

function Part({ tab, kept: { id, joined, accounts } }: { tab: CaseTab; kept: Case }) {
  const { entry } = useCasePlace();
  const works = joined === null;
  switch (tab) {
    case 'boards':
      return null;
    case 'comments':
      return <CommentList id={id} works={works} entry={entry} />;
    case 'tasks':
      return <TaskList id={id} works={works} entry={entry} />;
    case 'notes':
      return <EntryList id={id} kind="note" empty={text.noEntries.notes} />;
    case 'evidence':
      return <EntryList id={id} kind="export" empty={text.noEntries.evidence} />;
    case 'decisions':
      return (
        <>
          <CaseDecisions accounts={accounts} />
          <EntryList id={id} kind="decision" empty={text.noEntries.decisions} />
        </>
      );
    case 'history':
      return <CaseHistory id={id} />;
  }
}
