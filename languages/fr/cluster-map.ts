import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, french } from './typography.ts';

const accounts = (n: number) => count(n, 'compte', 'comptes');
const clusters = (n: number) => count(n, 'groupe', 'groupes');

export const clusterMapMessages = {
  tools: 'Regarder de plus près ou de plus loin',
  near: 'Plus près',
  far: 'Plus loin',
  whole: 'Tout',
  hint: french`De plus près, les communautés se partagent en groupes et les groupes en comptes. Les touches + et − et 0 font de même ; tirez pour déplacer.`,
  community: (number, of, all, score, joined) =>
    french`${joined ? 'Communauté' : 'Jointe à rien, groupe'} ${number} : ${clusters(of)}, ${accounts(all)}, score le plus haut ${score} sur 100. L’ouvre.`,
  clusters,
  drawn: (what) => french`Dessiné ici : ${what === '' ? 'rien' : what}.`,
  inCommunities: (n) =>
    `${count(n, 'groupe est dans une communauté', 'groupes sont dans des communautés')}.`,
  outside: (n) => `${count(n, 'groupe est hors de la vue', 'groupes sont hors de la vue')}.`,
  accounts: (n) =>
    `${count(n, 'compte n’est pas dessiné', 'comptes ne sont pas dessinés')} un par un.`,
  account: (name, score) => (score === null ? name : `${name}, score ${score} sur 100`),
  moreAccounts: (n) => `et ${accounts(n)} de plus`,
  waiting: 'Lecture…',
  failed: 'Pas reçu',
} satisfies Given<LaterMessages['clusterMap']>;
