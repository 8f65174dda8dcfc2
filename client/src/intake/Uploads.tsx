import { ActionIcon, Alert, Group, Progress, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import type { Upload } from './use-uploads.ts';

const text = messages.intake.page;

interface UploadsProps {
  uploads: readonly Upload[];
  onDismiss: (key: number) => void;
}

/** Files on their way, and those that were not taken, with why. */
export function Uploads({ uploads, onDismiss }: UploadsProps) {
  if (uploads.length === 0) return null;
  return (
    <div role="status">
      {uploads.map((upload) =>
        upload.problem === null ? (
          <Sending key={upload.key} upload={upload} />
        ) : (
          <Alert
            key={upload.key}
            color="red"
            mb={6}
            withCloseButton
            closeButtonLabel={text.dismiss}
            onClose={() => onDismiss(upload.key)}
            title={<span className="breaks">{text.uploadFailed(upload.name)}</span>}
          >
            {upload.problem}
          </Alert>
        ),
      )}
    </div>
  );
}

function Sending({ upload: { name, sent, size, stop } }: { upload: Upload }) {
  const label = text.uploading(name);
  return (
    <Group gap="sm" wrap="nowrap" className="upload">
      <Text size="sm" className="breaks grows">
        {label}
      </Text>
      <Text size="sm" c="dimmed" className="nowrap">
        {messages.intake.bytes(size)}
      </Text>
      <Progress
        w={180}
        value={size === 0 ? 100 : (sent / size) * 100}
        aria-label={label}
        className="fixed-size"
      />
      <ActionIcon onClick={() => stop.abort()} aria-label={text.stopUpload(name)}>
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
