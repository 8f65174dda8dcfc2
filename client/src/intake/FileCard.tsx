import { ActionIcon, Alert, Collapse, Group, List, Text, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconChevronRight, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { IntakeFile } from '../../../domain/intake.ts';
import type { FileMapping } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { Constants } from './Constants.tsx';
import { FilePurpose } from './FilePurpose.tsx';
import { MappingOffer } from './MappingOffer.tsx';
import { Preview } from './Preview.tsx';
import { TextFormFields } from './TextFormFields.tsx';
import { useReadAs } from './queries.ts';

const text = messages.intake.page;

interface FileCardProps {
  intake: string;
  file: IntakeFile;
  open: boolean;
}

/** One file: what it is, how it is written, what its columns become, and what a load would reject. */
export function FileCard({ intake, file, open }: FileCardProps) {
  const [opened, setOpened] = useState(open);
  const body = useId();
  const readAs = useReadAs(intake, file.name);
  // What was chosen shows at once, and stays while it is told to a server that is away.
  const reading = readAs.isPending ? readAs.variables.reading : file.reading;
  const shown = { ...file, reading };
  const change = (next: FileMapping, suggest = false) =>
    readAs.mutate({ reading: next, suggest }, { onError: announceProblem });
  const unreadable = file.faults.find(({ where }) => where === 'file');
  return (
    <section className="intake-card" aria-label={file.name}>
      <Group gap="sm" wrap="nowrap" className="intake-head">
        <UnstyledButton
          className="intake-fold"
          aria-expanded={opened}
          aria-controls={body}
          onClick={() => setOpened(!opened)}
        >
          <IconChevronRight size={16} className={opened ? 'chevron turned' : 'chevron'} />
          <Text component="h2" fw={650} size="md" className="breaks intake-name" dir="auto">
            {file.name}
          </Text>
        </UnstyledButton>
        <Text size="sm" c="dimmed" className="nowrap grows">
          {messages.intake.bytes(file.size)}
        </Text>
        <Text size="sm" className={file.faults.length > 0 ? 'unsettled' : 'faint'}>
          {file.faults.length > 0 ? text.unsettled(file.faults.length) : text.settled}
        </Text>
        <RemoveFile intake={intake} name={file.name} />
      </Group>
      <Collapse expanded={opened} id={body}>
        {readAs.isPending && readAs.failureCount > 0 && (
          <Alert color="orange" mb="sm">
            {messages.page.state.offlineHint}
          </Alert>
        )}
        <MappingOffer file={shown} onUse={change} />
        <div className="intake-fields">
          <FilePurpose file={shown} onChange={(next) => change(next, true)} />
          <TextFormFields file={shown} onChange={change} />
        </div>
        <Taken file={file} />
        <Faults file={file} />
        {!unreadable && reading.file && (
          <>
            <ColumnTable file={shown} contract={reading.file} onChange={change} />
            <Constants file={shown} contract={reading.file} onChange={change} />
            <Preview intake={intake} file={file} />
          </>
        )}
      </Collapse>
    </section>
  );
}

function RemoveFile({ intake, name }: { intake: string; name: string }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => send('dropFile', { intake, name }, undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: ['intake', intake] }),
    onError: announceProblem,
  });
  return (
    <ActionIcon onClick={() => remove.mutate()} aria-label={text.removeFile(name)}>
      <IconTrash size={17} stroke={1.6} />
    </ActionIcon>
  );
}

/** What was taken for granted: never silently. */
function Taken({ file }: { file: IntakeFile }) {
  if (file.taken.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" mt={6}>
      {file.taken.join(' ')}
    </Text>
  );
}

function Faults({ file }: { file: IntakeFile }) {
  if (file.faults.length === 0) return null;
  return (
    <Alert color="orange" mt="sm" role="alert">
      <List size="sm" listStyleType={file.faults.length > 1 ? 'disc' : 'none'}>
        {file.faults.map(({ where, problem }) => (
          <List.Item key={where + problem}>{problem}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
