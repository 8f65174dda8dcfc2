import { FileButton, Button, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import { addWaiting } from './waiting-files.ts';

const text = messages.intake.page;
const endings = '.csv,.tsv,.txt,.ndjson,.gz';

/** Says that files may be dropped, and takes those of whoever does not drag. */
export function DropZone({ small = false }: { small?: boolean }) {
  return (
    <section className={small ? 'drop-zone drop-small' : 'drop-zone'} aria-label={text.drop}>
      <IconUpload size={small ? 18 : 28} stroke={1.5} aria-hidden />
      <div>
        <Text fw={650}>{text.drop}</Text>
        <Text size="sm" c="dimmed">
          {text.dropHint}
        </Text>
      </div>
      <FileButton onChange={addWaiting} accept={endings} multiple>
        {(props) => (
          <Button {...props} variant="default" size="sm">
            {text.choose}
          </Button>
        )}
      </FileButton>
    </section>
  );
}
