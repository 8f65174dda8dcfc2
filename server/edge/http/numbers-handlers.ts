import type { numbersRoutes } from '../../../domain/api/numbers.ts';
import { numbersCsv } from '../../decisions/numbers/numbers-csv.ts';
import { numbersOf, type NumbersRequest } from '../../decisions/numbers/numbers.ts';
import type { Handlers, Served } from './served.ts';

const asked = ({ database, settings }: Served, query: NumbersRequest) =>
  numbersOf(database, settings.home, query, new Date().toISOString());

/** Figures for whoever leads the work. */
export const numbersHandlers: Pick<Handlers, keyof typeof numbersRoutes> = {
  numbers: (served, { query }) => asked(served, query),

  numbersTable: async (served, { params: { table }, query }, response) => {
    const numbers = await asked(served, query);
    const { from, to } = numbers.period;
    response
      .status(200)
      .attachment(`skein-${table}-${from}-${to}.csv`)
      .type('text/csv')
      .send(numbersCsv(numbers, table));
  },
};
