import { CloseButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.patternDrawing.like;

/** What a pattern that was made of marked nodes does not say of them; as the canvas left it with the page. */
export function NotTaken() {
  const [left, setLeft] = useState(leftOut);
  if (left.length === 0) return null;
  return (
    <section className="not-taken" aria-label={text.left}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {text.left}
        </Text>
        <CloseButton size="sm" aria-label={text.close} onClick={() => setLeft([])} />
      </Group>
      <ul>
        {left.map((one) => (
          <Text key={one} component="li" size="sm" className="breaks">
            {one}
          </Text>
        ))}
      </ul>
    </section>
  );
}

function leftOut(): string[] {
  const state = history.state as { leftOut?: unknown } | null;
  const left = state?.leftOut;
  return Array.isArray(left) ? left.filter((one) => typeof one === 'string') : [];
}
