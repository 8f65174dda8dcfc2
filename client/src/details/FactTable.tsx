import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

export interface Fact {
  name: string;
  value: ReactNode;
  /** What the column means; on hover. */
  about?: string | undefined;
}

export function FactTable({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, value, about }) => (
        <div key={name}>
          <dt>
            {about ? (
              <Tooltip label={about} multiline maw={280} position="left">
                <span>{name}</span>
              </Tooltip>
            ) : (
              name
            )}
          </dt>
          <dd className="breaks">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
