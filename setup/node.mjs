import { messages } from './messages.mjs';

/** The Node versions that package.json names under `engines`: 20.19, 22.12, 24 and what follows them. */
const oldest = /** @type {const} */ ({ 20: 19, 22: 12 });

/**
 * @param {string} version such as 20.19.0
 * @returns {string | null} what is wrong with it
 */
export function nodeFault(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const least = major === 20 || major === 22 ? oldest[major] : major >= 24 ? 0 : Infinity;
  return minor >= least ? null : messages.nodeWrong(version);
}
