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
import { IconCheck, IconCopy, IconDatabaseImport } from '@tabler/icons-react';
import { Link } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { DetectButton } from '../detection/DetectButton.tsx';

const text = messages.page.state;

/** What to do, when there is nothing to show yet: no data, or data that was not detected. */
export function Welcome({ loaded }: { loaded: boolean }) {
  return (
    <Center h="100%" p="lg" className="welcome">
      <Stack gap="md" maw={440}>
        <Box c="dimmed">
          <IconDatabaseImport size={36} stroke={1.3} aria-hidden />
        </Box>
        <Title order={2} size="h4">
          {loaded ? text.noRunTitle : text.emptyTitle}
        </Title>
        <Text c="dimmed">{loaded ? text.noRunHint : text.emptySample}</Text>
        {!loaded && <Command line={text.emptyLoad} />}
        {loaded && (
          <div>
            <DetectButton size="sm" />
          </div>
        )}
        {!loaded && (
          <>
            <Text c="dimmed" size="sm">
              {text.emptyOwn}
            </Text>
            <Button component={Link} href="/data" variant="default">
              {messages.page.header.bringIn}
            </Button>
          </>
        )}
      </Stack>
    </Center>
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
