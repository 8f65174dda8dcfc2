import {
  Box,
  Button,
  Center,
  Code,
  CopyButton,
  Group,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import {
  IconCheck,
  IconCopy,
  IconDatabaseImport,
  IconFileUpload,
  IconPlugConnected,
  IconSparkles,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { messages } from '../../../domain/messages/later.ts';
import { useMay } from '../api/caller.ts';
import { SampleButton } from '../intake/SampleButton.tsx';
import { DetectButton } from '../detection/DetectButton.tsx';
import { whoMay } from '../ui/Refused.tsx';

const text = messages.page.state;

/** What to do, when there is nothing to show yet: no data, or data that was not detected; where it is for others to do, who may. */
export function Welcome({ loaded }: { loaded: boolean }) {
  const mayGoOn = useMay(loaded ? 'work' : 'lead');
  return (
    <Center h="100%" p="lg" className="welcome">
      <Stack gap="md" w="100%" maw={loaded ? 440 : 960}>
        <Box c="dimmed">
          <IconDatabaseImport size={36} stroke={1.3} aria-hidden />
        </Box>
        <Title order={2} size="h4">
          {loaded ? text.noRunTitle : text.emptyTitle}
        </Title>
        {!mayGoOn && <ForOthers loaded={loaded} />}
        {mayGoOn && <Text c="dimmed">{loaded ? text.noRunHint : text.emptyHint}</Text>}
        {mayGoOn && loaded && (
          <div>
            <DetectButton size="sm" />
          </div>
        )}
        {mayGoOn && !loaded && <Doors />}
      </Stack>
    </Center>
  );
}

/** To whoever may not go on: who may, and what they may do themselves. */
function ForOthers({ loaded }: { loaded: boolean }) {
  const { empty } = messages.refused;
  const mayWork = useMay('work');
  return (
    <>
      <Text>{loaded ? empty.noRun(whoMay('work')) : empty.hint(whoMay('lead'))}</Text>
      <Text c="dimmed">{mayWork ? empty.mayWork : empty.mayLook}</Text>
    </>
  );
}

/** Into an empty database. */
function Doors() {
  return (
    <div className="doors">
      <Door icon={<IconSparkles size={22} stroke={1.6} />} title={text.sampleTitle}>
        <Text size="sm">{text.emptySample}</Text>
        <SampleButton />
      </Door>
      <Door icon={<IconFileUpload size={22} stroke={1.6} />} title={text.ownTitle}>
        <Text size="sm">{text.emptyOwn}</Text>
        <div>
          <Button component={Link} href="/data" variant="default">
            {messages.page.header.bringIn}
          </Button>
        </div>
      </Door>
      <Door icon={<IconPlugConnected size={22} stroke={1.6} />} title={text.connectTitle}>
        <Text size="sm">{text.connect}</Text>
        <Command line={text.connectLine} />
      </Door>
    </div>
  );
}

function Door(props: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <section className="door">
      <Group gap={8} wrap="nowrap">
        <Box c="dimmed" aria-hidden>
          {props.icon}
        </Box>
        <Title order={3} size="h5">
          {props.title}
        </Title>
      </Group>
      {props.children}
    </section>
  );
}

function Command({ line }: { line: string }) {
  return (
    <CopyButton value={line}>
      {({ copied, copy }) => (
        <UnstyledButton onClick={copy} className="command">
          <Group justify="space-between" wrap="nowrap">
            <Code bg="transparent" fz="sm">
              {line}
            </Code>
            {copied ? (
              <IconCheck size={16} aria-label={messages.page.source.copied} />
            ) : (
              <IconCopy size={16} aria-hidden />
            )}
          </Group>
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
