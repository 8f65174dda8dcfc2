import { Button, Group, Text } from '@mantine/core';
import { IconLock, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Case } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useMay } from '../api/caller.ts';
import { send } from '../api/fetch.ts';
import { MembersChoice, useMembersChoice } from './MembersChoice.tsx';
import { WhyDialog } from './WhyDialog.tsx';

const text = messages.caseMembers;

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
  const choice = useMembersChoice(kept.members);
  const { members, ready } = choice;
  const change = (why: string) =>
    send('changeCaseMembers', { case: kept.id }, { members, why, rests_on: kept.revision });
  return (
    <WhyDialog
      {...{ title: text.title, hint: text.hint, action: text.save, act: change, ready, onClose }}
    >
      <MembersChoice choice={choice} label={text.title} says={text.choices} />
    </WhyDialog>
  );
}
