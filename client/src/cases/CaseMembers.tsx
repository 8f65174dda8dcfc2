import { Button, Group, Modal, MultiSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { IconLock, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Case } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useCaller, useMay } from '../api/caller.ts';
import { send } from '../api/fetch.ts';
import { useCaseChanged, usePeople } from './case-work-queries.ts';

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

/** Asks who sees it, and why; what was chosen stays when it could not be done. */
function MembersDialog({ kept, onClose }: MembersDialogProps) {
  const me = useCaller().data?.person?.name;
  const [who, setWho] = useState<(typeof choices)[number]>('some');
  const [names, setNames] = useState<string[]>(kept.members ?? (me === undefined ? [] : [me]));
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { data: people = [] } = usePeople();
  const changed = useCaseChanged();
  const ready = why.trim() !== '' && (who === 'all' || names.length > 0);
  const submit = async () => {
    if (!ready) return;
    setBusy(true);
    try {
      const members = who === 'all' ? null : names;
      await send('changeCaseMembers', { case: kept.id }, { members, why, rests_on: kept.revision });
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
    await changed();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.title}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{text.hint}</Text>
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
          <Textarea
            label={text.why}
            required
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2_000}
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          />
          {problem !== null && (
            <Text size="sm" role="alert" className="overdue breaks">
              {problem}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={onClose}>
              {messages.cases.cancel}
            </Button>
            <Button size="xs" type="submit" loading={busy} disabled={!ready}>
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
