import type { Words } from '../index.ts';
import { figure, french } from './typography.ts';

export const scoreWords: Words['score'] = {
  measured: (shown, share) =>
    french`sur ${figure(Number(shown.replaceAll(',', '')))} qui le présentent, ${share.replace('.', ',')} % font partie d’un dispositif`,
  unmeasured: {
    bond: french`pas encore mesuré : un seul lien rare et fort met à égalité`,
    tight: french`pas encore mesuré : un lien qui dépasse un lien faible`,
    own: french`pas encore mesuré : ce qu’il fait lui-même`,
    plain: french`pas encore mesuré : ce qu’il fait lui-même, quand c’est net`,
    peers: french`pas encore mesuré : ce que font les comptes qui lui sont liés`,
    linked: french`pas encore mesuré : la certitude de son lien le plus sûr à un autre compte`,
  },
  usualAmounts: 'quantités habituelles',
};
