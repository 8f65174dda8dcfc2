import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  annotationColours,
  type Annotation,
  type AnnotationColour,
} from '../../../../domain/annotation.ts';
import { messages } from '../../../../domain/messages/later.ts';

const text = messages.additions;

interface AnnotationEditorProps {
  annotation: Annotation;
  /** Null where nothing is to change. */
  onDone: (annotation: Annotation | null) => void;
  onRemove: () => void;
}

/** Words and colour of an annotation; mounted while it is open. */
export function AnnotationEditor({ annotation, onDone, onRemove }: AnnotationEditorProps) {
  const [words, setWords] = useState(annotation.text);
  const [colour, setColour] = useState<AnnotationColour>(annotation.colour);
  // A text without words could not be found again.
  const empty = annotation.kind === 'text' && words.trim() === '';
  return (
    <Modal
      opened
      onClose={() => onDone(null)}
      title={text.annotations[annotation.kind]}
      size="sm"
      centered
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!empty) onDone({ ...annotation, text: words.trim(), colour });
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            size="xs"
            label={text.annotationText}
            maxLength={500}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Select
            size="xs"
            label={text.colour}
            allowDeselect={false}
            value={colour}
            data={annotationColours.map((value) => ({ value, label: text.colours[value] }))}
            onChange={(value) => value !== null && setColour(value)}
          />
          <Group justify="space-between" gap="xs">
            <Button size="xs" variant="default" onClick={onRemove}>
              {text.delete}
            </Button>
            <Button size="xs" type="submit" disabled={empty}>
              {text.done}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
