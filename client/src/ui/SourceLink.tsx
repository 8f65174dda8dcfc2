import { UnstyledButton } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import type { Source } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useReadSource } from '../workspace/source-read.tsx';

/** Names the file and line of a row; a click opens the row. */
export function SourceLink({ source }: { source: Source }) {
  const readSource = useReadSource();
  return (
    <UnstyledButton className="source-link" onClick={() => readSource(source)}>
      <IconFileTypeCsv size={14} stroke={1.6} aria-hidden />
      {messages.page.details.line(source.file, source.line)}
    </UnstyledButton>
  );
}
