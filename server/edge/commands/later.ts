/** What a command does, brought only when it is done: help and mistakes in the command line are told without it. */
export function later<Given extends unknown[]>(
  bring: () => Promise<(...given: Given) => void | Promise<void>>,
): (...given: Given) => Promise<void> {
  return async (...given) => {
    const act = await bring();
    await act(...given);
  };
}
