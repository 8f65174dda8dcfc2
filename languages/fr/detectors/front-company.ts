import type detector from '../../../cypher/detectors/front-company.ts';
import { nearestOf, tiesOf } from '../../../cypher/detectors/front-company.ts';
import type { DetectorIn, FactsOf } from '../../../domain/detector.ts';
import { count, french } from '../typography.ts';

type Entry = FactsOf<typeof detector>['entries'][number];

export default {
  title: 'Lié à une inscription sur liste de surveillance',
  bond: 'des liens à une inscription sur liste',
  looksFor: french`Des sociétés et des personnes que le nom, le numéro de registre, l’adresse, les coordonnées, une fonction, la propriété ou le contrôle rattachent à une inscription d’une liste de surveillance, directement ou par d’autres, et les comptes derrière elles. Une société écran a un nom à elle ; qui la dirige, où elle siège et qui est payé par elle la lient malgré tout.`,
  blindTo: french`Les sociétés écrans dont aucun registre ne nomme les dirigeants et propriétaires ; les chaînes de plus de six liens.`,
  shows: {
    C9: 'des comptes se trouvent derrière la société ou la personne',
    C12: 'la partie ou l’inscription est une société',
    C13: 'une inscription est un organisme que l’avis nomme',
  },
  benign: [
    french`un homonyme : un nom seul n’identifie pas`,
    'une adresse où un domiciliataire abrite des centaines de sociétés',
    'un ancien dirigeant parti depuis longtemps',
  ],
  headline: (facts) => {
    const nearest = facts.entries[0]!;
    const steps = nearest.steps.length;
    const list = nearest.list ?? 'liste inconnue';
    const behind =
      facts.accounts > 0
        ? `, et ${count(facts.accounts, 'compte se trouve', 'comptes se trouvent')} derrière`
        : '';
    return steps === 0
      ? `${count(facts.accounts, 'compte est lié', 'comptes sont liés')} à l’inscription ${nearest.name} (${list})`
      : french`${facts.name} : lien à ${nearestOf(facts.entries).map(linkInFrench).join(' et à ')}${behind}`;
  },
  parameters: {
    max_ties: {
      name: 'liens au plus',
      why: 'au-delà de cinq liens, presque tout le monde est lié à tout le monde',
      unit: 'liens',
    },
    decay: {
      name: 'affaiblissement',
      why: 'chaque lien de plus dans une chaîne peut être un lien de trop',
    },
    most_entries: {
      name: 'inscriptions au plus',
      why: french`les plus proches suffisent ; leur nombre est dit à côté`,
      unit: 'inscriptions',
    },
  },
  facts: {
    entity: 'entité',
    entity_type: 'type d’entité',
    name: 'nom',
    accounts: 'comptes',
    behind: 'derrière',
    entries: 'inscriptions',
    entries_found: 'inscriptions trouvées',
  },
} satisfies DetectorIn<typeof detector>;

function linkInFrench(each: Entry): string {
  const { all, ended } = tiesOf(each);
  const steps = each.steps.length;
  const over = all === 1 ? ', terminé' : `, dont ${count(ended, 'terminé', 'terminés')}`;
  return (
    `${each.name} (${each.list ?? 'liste inconnue'}) par ${count(all, 'lien', 'liens')}` +
    (steps > 1 ? ` en ${count(steps, 'étape', 'étapes')}` : '') +
    (ended > 0 ? over : '')
  );
}
