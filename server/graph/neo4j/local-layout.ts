import { join } from 'node:path';

/** Where the local Neo4j keeps what it keeps, below SKEIN_HOME. */
export interface LocalLayout {
  skeinHome: string;
  home: string;
  conf: string;
  logs: string;
  data: string;
  /** What Java itself says: read when it does not start. */
  console: string;
  /** What the keeper did about a server that hung or ended by itself. */
  incidents: string;
  /** The password of its one user, readable by the owner alone. */
  password: string;
  /** Who runs it; see `lock.ts`. Outside of `home`, so that a reset can delete that folder. */
  lock: string;
}

export function localLayout(skeinHome: string): LocalLayout {
  const home = join(skeinHome, 'neo4j');
  return {
    skeinHome,
    home,
    conf: join(home, 'conf'),
    logs: join(home, 'logs'),
    data: join(home, 'data'),
    console: join(home, 'logs', 'console.log'),
    incidents: join(home, 'logs', 'keeper.log'),
    password: join(home, 'password'),
    lock: join(skeinHome, 'neo4j.lock'),
  };
}
