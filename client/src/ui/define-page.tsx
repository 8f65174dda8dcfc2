import type { TablerIcon } from '@tabler/icons-react';
import { createElement, lazy, type ComponentType, type ReactNode } from 'react';
import { withLaterMessages } from '../api/later.ts';

interface PageDeclaration<Props extends object> {
  /** Where its link in the rail leads. */
  href: string;
  label: () => string;
  icon: TablerIcon;
  /** What the path of an address says of it; null where it is another page's. */
  at: (path: string) => Props | null;
  /** It comes when it is first looked at. */
  component: () => Promise<{ default: ComponentType<Props> }>;
}

/** A page beside that of lists, stage and details. */
export interface DefinedPage extends Pick<PageDeclaration<object>, 'href' | 'label' | 'icon'> {
  /** The page as an address shows it; null where the address is another's. */
  shownAt: (path: string) => ReactNode;
}

/** Declares a page; `app/pages.ts` lists it. */
export function definePage<Props extends object>({
  at,
  component,
  ...link
}: PageDeclaration<Props>): DefinedPage {
  const Shown: ComponentType<Props> = lazy(() => withLaterMessages(component));
  return {
    ...link,
    shownAt: (path) => {
      const props = at(path);
      return props && createElement(Shown, props);
    },
  };
}
