import type { Given } from '../../domain/given.ts';
import type { LaterMessages } from '../../domain/messages/later.ts';
import { count, figure, french } from './typography.ts';

const answers = (n: number) => count(n, 'réponse', 'réponses');
const percent = (share: number) => french`${Math.round(100 * share)} %`;

export const watchedPatternMessages = {
  answer: (pattern, accounts) => french`motif ${pattern} : ${accounts}`,
  named: (ids) =>
    ids.length > 3 ? `${ids.slice(0, 3).join(', ')} et ${ids.length - 3} de plus` : ids.join(', '),
  measured: (confirmed, decided, share, low, high) =>
    french`${figure(confirmed)} sur ${count(decided, 'réponse décidée', 'réponses décidées')} confirmées : précision de ${percent(share)}, intervalle à 95 % de ${percent(low)} à ${percent(high)}`,
  notMeasured: french`Aucune réponse n’a encore été confirmée ou écartée : on ne sait pas combien de fois il a raison.`,
  undecided: (n) => `${answers(n)} à décider`,
  notScored: 'sans score',
  neverCounted: french`Les réponses de motifs ne comptent dans aucun score, aucun lien et aucun poids : elles viennent seulement à être regardées.`,
  problems: {
    notPattern: (title) =>
      french`« ${title} » n’est pas un motif : seul ce qui a été demandé sans Cypher peut être surveillé.`,
    noRun: 'Il n’y a encore aucune exécution sur laquelle l’essayer. Lancez d’abord une détection.',
    notTried: (version) =>
      french`La version ${version} n’a pas été essayée ainsi : essayez-la d’abord sur des exécutions passées, puis mettez-la en place par cet essai.`,
    watched: (version) => `La version ${version} est déjà surveillée.`,
    notWatched: 'Il n’est pas surveillé.',
    tooMany: (most) =>
      french`On ne peut en surveiller plus de ${most} à la fois : chaque exécution demande chacun d’eux. Arrêtez d’abord d’en surveiller un autre.`,
    tooWide: (most) =>
      french`Il répond par ${figure(most)} ou plus, et une requête n’en donne pas davantage : on ne pourrait dire ce qui est nouveau. Demandez moins.`,
    another:
      'Quelqu’un d’autre vient de le mettre en place ou d’y mettre fin. Chargez-le de nouveau.',
    stopFirst: 'Il est surveillé. Cessez de le surveiller avant de le supprimer.',
    tooLong: (seconds) => `Cela a pris plus de ${count(seconds, 'seconde', 'secondes')}.`,
    failed: 'La base de données l’a refusé.',
  },
  room: {
    title: 'Surveillé',
    about:
      'Un motif surveillé est demandé à chaque détection, lancée à la main ou par une programmation. Ce qu’il répond de nouveau vient dans la file et dans le rapport, une fois.',
    changedSince:
      'Cela concerne le motif tel qu’il est enregistré, non ce que vous avez changé depuis.',
    off: (version) => `La version ${version} n’est pas surveillée.`,
    on: (version, by, when) =>
      `La version ${version} est surveillée, mise en place par ${by}, ${when}.`,
    otherVersion: (watched, saved) =>
      french`Ce qui est surveillé est la version ${watched}, et le reste. Une fois la version ${saved} en place, tout recommence : une précision à elle, et des réponses qui reviennent.`,
    try: 'Essayer sur des exécutions passées',
    trying: 'Demandé comme lors d’exécutions passées…',
    tried: (version, by, when) =>
      `La version ${version} sur des exécutions passées, essayée par ${by}, ${when}`,
    trialAbout: french`À la date de chaque exécution, d’après les données telles qu’elles sont maintenant. Confirmé ou écarté : un constat ou un groupe où se trouve un compte de la réponse l’a été, par la suite.`,
    columns: {
      asOf: 'À la date du',
      answers: 'Réponses',
      fresh: 'Nouvelles alors',
      confirmed: 'Confirmées depuis',
      dismissed: 'Écartées depuis',
    },
    all: (n) => `${answers(n)} en tout`,
    decisions: (n) =>
      french`Elles relèvent de ${count(n, 'décision', 'décisions')} ; dans la précision, chacune compte une fois.`,
    untried: (n) =>
      count(
        n,
        'exécution plus ancienne, pas essayée faute de temps.',
        'exécutions plus anciennes, pas essayées faute de temps.',
      ),
    cut: 'et peut-être plus',
    why: 'Pourquoi il est surveillé',
    whyHint: 'Gardé avec votre nom et l’heure.',
    earlier: 'Ce qu’il répond déjà vient aussi dans la file',
    watch: 'Surveiller',
    watchAnew: (version) => `Surveiller plutôt la version ${version}`,
    stop: 'Ne plus surveiller',
    set: 'Surveillé à partir de la prochaine exécution.',
    stopped: 'Plus surveillé. Ce qui est dans la file y reste.',
    queue: 'Ses réponses dans la file',
    known: (n) =>
      count(
        n,
        'réponse qu’il avait à sa mise en place n’est pas venue dans la file.',
        'réponses qu’il avait à sa mise en place ne sont pas venues dans la file.',
      ),
    asked: 'Ce que les exécutions ont demandé',
    askedColumns: {
      run: 'Exécution',
      version: 'Version',
      answers: 'Réponses',
      fresh: 'Nouvelles',
    },
    left: (n) => `${figure(n)} de plus laissées à la prochaine exécution`,
    history: 'Surveillé auparavant',
    ended: (version, set, from, ended, until) =>
      french`Version ${version} : mise en place par ${set}, ${from} ; arrêtée par ${ended}, ${until}`,
  },
  queue: {
    pattern: (title, version) => `${title}, version ${version}`,
    owner: (owner) => `Motif de ${owner}`,
    open: 'Ouvrir le motif',
    accounts: 'Comptes de la réponse',
    about: 'Ce sur quoi elle porte',
    only: 'réponses d’un seul motif surveillé',
  },
  report: {
    title: 'Motifs surveillés',
    one: (title) => french`Motif : ${title}`,
    first: (fresh, patterns) =>
      french`Motifs surveillés : ${count(fresh, 'réponse nouvelle', 'réponses nouvelles')} de ${count(patterns, 'motif', 'motifs')}.`,
    about: (version, owner, all, fresh) =>
      french`Version ${version}, de ${owner} : ${answers(all)}, dont ${count(fresh, 'nouvelle', 'nouvelles')}.`,
    left: (n) =>
      count(
        n,
        'autre réponse nouvelle a été laissée à la prochaine exécution.',
        'autres réponses nouvelles ont été laissées à la prochaine exécution.',
      ),
    cut: french`Il répond par autant qu’une requête en donne : il peut y en avoir d’autres que personne ne voit. Demandez moins.`,
    failed: (why) => french`Il n’a pu être demandé : ${why}`,
    quiet: 'Demandé, sans rien de nouveau',
    head: ['Réponse', 'Au sujet de', 'Comptes', 'État'],
  },
} satisfies Given<LaterMessages['watchedPattern']>;
