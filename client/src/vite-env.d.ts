/// <reference types="vite/client" />

/** Made by `client/node-icons.ts`: those that node types name, though the compiler takes it for all. */
declare module 'virtual:node-icons' {
  import type * as tabler from '@tabler/icons-react';

  type Name = Extract<keyof typeof tabler, `Icon${string}`>;

  export const icons: Readonly<Record<Name, tabler.TablerIcon>>;
  export const strokes: Readonly<Record<Name, tabler.IconNode>>;
}
