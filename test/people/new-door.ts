import { Door } from '../../server/people/door.ts';
import type { House } from '../../server/people/persons.ts';

/** A door as a server has one, on a clock of the test's; what could not be recorded fails the test. */
export function newDoor(house: House, now: () => Date): Door {
  const unrecorded = (error: unknown) => {
    throw error;
  };
  return new Door({ ...house, unrecorded, now });
}
