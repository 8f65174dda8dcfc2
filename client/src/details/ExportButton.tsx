import { Button, Tooltip } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import type { Query } from '../../../domain/api.ts';
import { words } from '../../../domain/words/index.ts';
import { addressOf } from '../api/fetch.ts';

/** Saves the evidence bundle; the browser shows how far it is. */
export function ExportButton({ of }: { of: Query<'export'> }) {
  return (
    <Tooltip label={words.page.details.exportHint} multiline maw={260}>
      <Button
        component="a"
        href={addressOf('export', {}, of)}
        download
        size="xs"
        variant="default"
        leftSection={<IconFileZip size={16} stroke={1.6} />}
      >
        {words.page.details.exportEvidence}
      </Button>
    </Tooltip>
  );
}
