import { Button, Group, MultiSelect, Radio, Stack, Text } from '@mantine/core';
import { IconLock, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Case } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useCaller, useMay } from '../api/caller.ts';
import { send } from '../api/fetch.ts';
import { usePeople } from './case-work-queries.ts';
import { WhyDialog } from './WhyDialog.tsx';

const text = messages.caseMembers;
const choices = ['all', 'some'] as const;

/** Says who sees a case, and has that changed. */
export function CaseMembers({ kept }: { kept: Case }) {
  const [asking, setAsking] = useState(false);
  const mayWork = useMay('work');
  const { members } = kept;
  const Icon = members ? IconLock : IconUsers;
  return (
    <Group gap={6} mb={6} className="case-members">
      <Icon size={15} aria-hidden />
      <Text size="xs" className="breaks">
        {members ? text.some(members) : text.all}
      </Text>
      {mayWork && kept.joined === null && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAsking(true)}>
          {text.change}
        </Button>
      )}
      {asking && <MembersDialog kept={kept} onClose={() => setAsking(false)} />}
    </Group>
  );
}

interface MembersDialogProps {
  kept: Case;
  onClose: () => void;
}

/** Asks who sees it, and why. */
function MembersDialog({ kept, onClose }: MembersDialogProps) {
  const me = useCaller().data?.person?.name;
  const [who, setWho] = useState<(typeof choices)[number]>('some');
  const [names, setNames] = useState<string[]>(kept.members ?? (me === undefined ? [] : [me]));
  const { data: people = [] } = usePeople();
  const change = (why: string) => {
    const members = who === 'all' ? null : names;
    return send('changeCaseMembers', { case: kept.id }, { members, why, rests_on: kept.revision });
  };
  return (
    <WhyDialog
      {...{ title: text.title, hint: text.hint, action: text.save, act: change, onClose }}
      ready={who === 'all' || names.length > 0}
    >
      <Radio.Group aria-label={text.title} value={who} onChange={(value) => setWho(value)}>
        <Stack gap={6}>
          {choices.map((choice) => (
            <Radio key={choice} size="xs" value={choice} label={text.choices[choice]} />
          ))}
        </Stack>
      </Radio.Group>
      {who === 'some' && (
        <MultiSelect
          label={text.names}
          placeholder={text.namesHint}
          nothingFoundMessage={text.nobody}
          searchable
          data={[...new Set([...people.map(({ name }) => name), ...names])]}
          value={names}
          onChange={setNames}
        />
      )}
    </WhyDialog>
  );
}
