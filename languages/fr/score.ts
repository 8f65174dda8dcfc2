import { outOf100 } from '../../domain/score.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure, french } from './typography.ts';

const ranks = 'Cela classe ce qu’il faut regarder d’abord, et ne constate aucune culpabilité.';

export const scoreMessages = {
  meaning: {
    cluster:
      'la vraisemblance, d’après les seules règles, que ces comptes servent un même dispositif',
    account:
      'la vraisemblance, d’après les seules règles, que le compte soit tenu par ou pour un tel dispositif',
    finding: 'la force de ce motif pris seul',
    link: 'la vraisemblance, d’après les seules règles, que les mêmes mains tiennent les deux comptes',
    item: french`d’un groupe, la vraisemblance d’un même dispositif ; d’un constat, la force du motif`,
  },
  ranks,
  means: (score, meaning) => french`Score de ${outOf100(score)} sur 100 : ${meaning}. ${ranks}`,
  measured: (shown, share) =>
    french`sur ${figure(Number(shown.replaceAll(',', '')))} qui le présentent, ${share.replace('.', ',')} % font partie d’un dispositif`,
  estimated: (decisions, shipped) =>
    french`estimé d’après ${count(decisions, 'décision', 'décisions')} sur cette plateforme ; livré : ${shipped}`,
  unmeasured: {
    bond: french`pas encore mesuré : un seul lien rare et fort met à égalité`,
    tight: french`pas encore mesuré : un lien qui dépasse un lien faible`,
    own: french`pas encore mesuré : ce qu’il fait lui-même`,
    plain: french`pas encore mesuré : ce qu’il fait lui-même, quand c’est net`,
    peers: french`pas encore mesuré : ce que font les comptes qui lui sont liés`,
    platform: french`pas encore mesuré : ce que la plateforme n’enregistre pas`,
    linked: french`pas encore mesuré : la certitude de son lien le plus sûr à un autre compte`,
  },
  usualAmounts: 'quantités habituelles',
} satisfies Given<Messages['score']>;
