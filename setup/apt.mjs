import { onPath } from './java.mjs';
import { run } from './run.mjs';
import { messages } from './messages.mjs';

/**
 * Installs packages of Debian or Ubuntu where that needs no password.
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} false where it cannot be done: no apt-get, no rights, no such package
 */
export async function install(packages) {
  const apt = await aptGet();
  if (!apt) return false;
  const get = (/** @type {readonly string[]} */ ...options) => {
    const [program = '', ...rest] = [...apt, '-q', '-o', 'DPkg::Lock::Timeout=120', ...options];
    return run(messages.installing(packages.join(', ')), program, rest, {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
    });
  };
  const wanted = ['install', '--yes', '--no-install-recommends', ...packages];
  if ((await get(...wanted)).ok) return true;
  // A fresh image has no lists of packages yet, an old one has stale lists.
  return (await get('update')).ok && (await get(...wanted)).ok;
}

/** @returns {Promise<string[] | null>} the command, with sudo where that needs no password */
async function aptGet() {
  const apt = onPath('apt-get');
  if (!apt) return null;
  if (process.getuid?.() === 0) return [apt];
  const sudo = onPath('sudo');
  if (!sudo || !(await run(messages.asking, sudo, ['-n', 'true'])).ok) return null;
  // sudo drops the environment; apt must not ask there either.
  return [sudo, '-n', 'DEBIAN_FRONTEND=noninteractive', apt];
}
