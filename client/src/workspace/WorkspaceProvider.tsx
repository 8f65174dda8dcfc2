import type { ReactNode } from 'react';
import { BoardProvider } from './board.tsx';
import { MarksProvider } from './marks.tsx';
import { OpenedProvider } from './opened.tsx';
import { PointedProvider } from './pointed.tsx';
import { SelectionProvider } from './selection.tsx';
import { SourceReadProvider } from './source-read.tsx';

/** Provides all that parts of the page share; each slice reads only those around it. */
export function WorkspaceProvider({ children }: { children: ReactNode }) {
  return (
    <OpenedProvider>
      <SelectionProvider>
        <MarksProvider>
          <PointedProvider>
            <SourceReadProvider>
              <BoardProvider>{children}</BoardProvider>
            </SourceReadProvider>
          </PointedProvider>
        </MarksProvider>
      </SelectionProvider>
    </OpenedProvider>
  );
}
