import type detector from '../../../cypher/detectors/listed-ownership.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, decimal, french } from '../typography.ts';

export default {
  title: 'Détenu pour moitié ou plus par qui concorde avec des inscrits',
  bond: 'une société dont les propriétaires concordent avec des inscrits',
  looksFor: french`Les sociétés et les comptes dont des parties qui concordent avec des inscriptions d’une liste de surveillance possèdent 50 % ou plus : directement, par des sociétés qu’elles possèdent ainsi, et en additionnant plusieurs propriétaires, comme l’OFAC compte (directive du 13 août 2014). Le contrôle, les fonctions et la famille sont dits à côté et ne comptent jamais.`,
  blindTo:
    'Les participations dont aucune source ne dit la part, celles détenues pour le compte d’un autre, et celles juste au-dessous de la moitié.',
  shows: {
    C9: 'des comptes se trouvent derrière ce qui est détenu',
    C12: 'ce qui est détenu est une société',
    C13: 'une inscription est un organisme que l’avis nomme',
  },
  benign: [
    french`un propriétaire homonyme d’une personne inscrite : voir en quoi ils concordent`,
    'une participation vendue depuis, ce que le registre ne montre pas encore',
  ],
  headline: (facts) => {
    const owners = facts.entries.map(({ name }) => name).join(', ');
    const behind =
      facts.accounts > 0
        ? `, et ${count(facts.accounts, 'compte se trouve', 'comptes se trouvent')} derrière`
        : '';
    return french`${facts.name} : ${decimal(facts.share, 2)} % appartiennent à des parties liées à ${owners}${behind}`;
  },
  parameters: {
    least_share: {
      name: 'part minimale',
      why: french`l’OFAC tient pour inscrit ce que des inscrits possèdent ensemble à 50 % ou plus (directive du 13 août 2014) ; moins n’est pas une propriété en ce sens, quel que soit le contrôle`,
      unit: '%',
    },
  },
  facts: {
    entity: 'entité',
    entity_type: 'type de l’entité',
    name: 'nom',
    share: 'part en pour cent',
    sure: 'sûreté de la concordance',
    entries: 'inscriptions',
    stakes: 'participations',
    control: 'contrôle, à part',
    accounts: 'comptes',
    behind: 'derrière',
  },
} satisfies DetectorIn<typeof detector>;
