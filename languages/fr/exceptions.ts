import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { french } from './typography.ts';

const day = (at: string) => at.slice(0, 10);

export const exceptionsMessages = {
  lowered: (share, ids) =>
    french`ramené à ${Math.round(share * 100)} % par ${ids.length === 1 ? 'l’exception' : 'les exceptions'} ${ids.join(', ')}`,
  problems: {
    none: (id) => `Il n’y a pas d’exception ${id}.`,
    revokedBefore: (by, at) => `${by} l’a déjà révoquée le ${day(at)}.`,
    revokedJustNow: 'Une autre personne l’a révoquée à l’instant.',
    until: french`doit être un jour à venir, dans un an au plus : ce que nul ne revoit ne reste pas vrai`,
    detector: (known) => french`n’est pas un détecteur ; il y a ${known.join(', ')}`,
    scope: french`donnez soit des nœuds, soit des comptes : ce que beaucoup partagent, ou qui le partage`,
    oneAccount: french`doit être au moins deux comptes : nul n’est excepté seul, quoi qu’on en trouve`,
    noAccount: french`est un compte ; donnez-en au moins deux comme comptes, ou la chose qu’ils partagent`,
  },
  page: {
    title: 'Exceptions en vigueur ou passées',
    about: french`Ce qui a une raison honnête et pèse donc moins, jusqu’à un jour. Cela compte à partir de la prochaine détection ; ce qui a été trouvé reste visible.`,
    open: 'Les exceptions',
    make: 'Le faire peser moins',
    makeHint: french`Ce qui a une raison honnête n’a pas à revenir : il garde un cinquième de sa force jusqu’à ce jour, dès la prochaine détection.`,
    scope: 'Ce qui est excepté',
    amongThem: 'ce que ses comptes partagent entre eux',
    through: (ref) => `ce qui est partagé par ${ref}`,
    untilLabel: 'Jusqu’au, dans un an au plus',
    untilMissing: 'Choisissez un jour dans l’année.',
    makeDo: 'Créer une exception',
    madeNews: 'L’exception est créée. Les scores changent avec la prochaine détection.',
    nothing: 'Il n’y a pas d’exceptions.',
    what: (nodes) => `Ce qui est partagé par ${nodes.join(', ')}`,
    among: (accounts) => `Ce qui est partagé entre ${accounts.join(', ')}`,
    until: (until) => `jusqu’au ${until}`,
    byAt: (by, when) => `${by}, ${when}`,
    expired: 'expirée',
    inForce: 'en vigueur',
    revoked: (by, when, why) => french`Révoquée par ${by}, ${when} : ${why}`,
    revoke: 'Révoquer …',
    revokeTitle: 'Révoquer l’exception',
    revokeHint: 'Elle ne pèse plus à partir de la prochaine détection, et reste dans la liste.',
    revokeDo: 'Révoquer',
    revokedNews: 'L’exception est révoquée. Les scores changent avec la prochaine détection.',
  },
} satisfies Given<Messages['exceptions']>;
