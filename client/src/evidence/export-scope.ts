import type { Body } from '../../../domain/api/api.ts';

/** What is exported; one of its fields is given. */
export type ExportScope = Pick<
  Body<'bundle'>,
  'cluster' | 'finding' | 'account' | 'hops' | 'board' | 'nodes'
>;
