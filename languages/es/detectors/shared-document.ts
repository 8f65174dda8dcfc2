import type detector from '../../../cypher/detectors/shared-document.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { reasonLabel } from '../../../domain/labels/reason-label.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure } from '../typography.ts';

export default {
  title: 'Un mismo documento en varias cuentas',
  bond: 'documentos de identidad en común',
  looksFor:
    'Documentos de identidad de cuentas distintas que son un mismo documento o muestran a una misma persona: el mismo número, archivo, imagen, foto, o nombre con fecha de nacimiento. Un equipo usa un documento que tiene para más de una cuenta.',
  blindTo:
    'Documentos hechos de nuevo para cada cuenta; fotos recortadas o reflejadas; números de relleno.',
  shows: {
    C4: 'los documentos llevan varios nombres',
    C5: 'las cuentas no están todas vinculadas abiertamente, y no se sabe que el documento sea compartido',
  },
  benign: [
    'un hogar que presenta un mismo extracto bancario o recibo',
    'una persona con dos cuentas, abiertamente',
    'alguien cuyo documento robado usan otros: el titular es entonces una víctima',
  ],
  headline: (facts) =>
    `${count(facts.accounts, 'cuenta entregó', 'cuentas entregaron')} documentos que tienen en común: ${facts.in_common.map((one) => reasonLabel('derived.same-paper', one)).join('; ')}` +
    (facts.names > 1 ? ` (con ${figure(facts.names)} nombres)` : ''),
  parameters: {
    most_shown: {
      name: 'como máximo se muestran',
      why: 'bastantes para que una persona compare; al lado se dice cuántos hay',
      unit: 'documentos',
    },
    declared_share: {
      name: 'parte de lo declarado',
      why: 'una familia tiene un solo recibo en casa, y una persona puede tener abiertamente dos cuentas',
    },
  },
  facts: {
    paper: 'documento',
    kind: 'tipo',
    accounts: 'cuentas',
    unrelated: partiesCounted,
    papers: 'documentos',
    in_common: 'en común',
    strongest_pair: 'par más fuerte',
    names: 'nombres',
    in_own_name: 'a su propio nombre',
    known_shared: 'usos compartidos conocidos',
  },
} satisfies DetectorIn<typeof detector>;
