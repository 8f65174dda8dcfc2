import { createContext, use, type Context } from 'react';

const missing = Symbol('missing');

/**
 * A part of the page's state: what provides it, and the hook that reads it. Each is a context of its own, so that whoever
 * reads one is rendered for that one alone. `name` is for whoever reads it where nothing provides it.
 */
export function createSlice<T>(name: string): [Context<T | typeof missing>, () => T] {
  const context = createContext<T | typeof missing>(missing);
  function useSlice(): T {
    const value = use(context);
    if (value === missing) throw new Error(`Nothing provides the page's state "${name}" here.`);
    return value;
  }
  return [context, useSlice];
}
