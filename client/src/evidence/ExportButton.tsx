import { Button } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { useMay } from '../api/caller.ts';
import type { ExportScope } from './export-scope.ts';

const text = messages.exportDialog;

const ExportDialog = lazy(() =>
  import('./ExportDialog.tsx').then(({ ExportDialog }) => ({ default: ExportDialog })),
);

interface ExportButtonProps {
  of: ExportScope;
  /** What is exported, as its heading calls it. */
  title: string;
  /** As small as the links beside it. */
  slight?: boolean;
}

/** Asks what an evidence bundle is for, and saves it. */
export function ExportButton({ of, title, slight = false }: ExportButtonProps) {
  const [asking, setAsking] = useState(false);
  const may = useMay('work');
  if (!may) return null;
  return (
    <>
      <Button
        size={slight ? 'compact-xs' : 'xs'}
        variant={slight ? 'subtle' : 'default'}
        title={text.hint}
        leftSection={slight ? undefined : <IconFileZip size={16} stroke={1.6} />}
        onClick={() => setAsking(true)}
      >
        {text.open}
      </Button>
      {asking && (
        <Suspense>
          <ExportDialog of={of} title={title} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
