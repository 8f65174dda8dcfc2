import { loadQuery } from '../../cypher/load-query.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Person } from '../../domain/people.ts';
import { ConflictError } from '../platform/problems.ts';
import { factorsReset } from '../trust/custody/access-acts.ts';
import { recorded } from '../trust/custody/recorded.ts';
import { personOf, type House } from './persons.ts';

/** Takes off, for whoever has lost them, the second factor and all passkeys. Throws ConflictError where there is neither. */
export async function resetFactors(
  house: House,
  { id, name, has_second_factor, passkeys }: Person,
): Promise<Person> {
  if (!has_second_factor && passkeys === 0)
    throw new ConflictError(messages.passkeys.nothingToReset(name));
  await recorded(house.home, factorsReset(name, { has_second_factor, passkeys }), () =>
    house.database.write(loadQuery('people/remove_factors'), { person: id }),
  );
  return personOf(house.database, id);
}
