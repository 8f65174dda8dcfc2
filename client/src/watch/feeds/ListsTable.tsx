import { Button, Group, Table, Text } from '@mantine/core';
import { IconLock, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { MarkedList } from '../../../../domain/list-marking.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useMay } from '../../api/caller.ts';
import { MembersChoice, useMembersChoice } from '../../cases/MembersChoice.tsx';
import { WhyDialog } from '../../cases/WhyDialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { WideTable } from '../WideTable.tsx';
import { useLists, useMarking } from './feed-queries.ts';

const text = messages.listMembers;

/** The lists that are loaded, who may know of each, and how that is changed. */
export function ListsTable() {
  const lists = useLists();
  const mayLead = useMay('lead');
  const mayWork = useMay('work');
  const [asked, setAsked] = useState<MarkedList | null>(null);
  if (lists.error && !lists.data)
    return <Failure error={lists.error} onRetry={() => void lists.refetch()} />;
  if (!lists.data) return <Waiting />;
  if (lists.data.length === 0) return <Text size="sm">{text.none}</Text>;
  return (
    <>
      <WideTable
        label={text.heading}
        heads={[text.columns.list, text.columns.who, messages.watch.actions]}
      >
        {lists.data.map((one) => (
          <Table.Tr key={one.list}>
            <Table.Td>
              <Text size="sm" fw={600} className="breaks">
                {one.list}
              </Text>
              <div className="faint small">{text.entries(one.entries)}</div>
            </Table.Td>
            <Table.Td className="breaks small">
              <Group gap={6} wrap="nowrap">
                {one.members ? (
                  <IconLock size={15} className="keeps-size" aria-hidden />
                ) : (
                  <IconUsers size={15} className="keeps-size" aria-hidden />
                )}
                {one.members ? text.some(one.members) : text.all}
              </Group>
            </Table.Td>
            <Table.Td>
              {(one.members ? mayWork : mayLead) && (
                <Button size="compact-xs" variant="default" onClick={() => setAsked(one)}>
                  {text.change}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
      {asked && <MembersDialog key={asked.list} one={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Asks who may know of it, and why. */
function MembersDialog({ one, onClose }: { one: MarkedList; onClose: () => void }) {
  const choice = useMembersChoice(one.members);
  const { members, ready } = choice;
  const mark = useMarking();
  const title = text.title(one.list);
  return (
    <WhyDialog
      {...{ title, hint: text.hint, action: messages.caseMembers.save, ready, onClose }}
      act={(why) => mark(one.list, { members, why, rests_on: one.revision })}
    >
      <MembersChoice choice={choice} label={title} says={text.choices} />
    </WhyDialog>
  );
}
