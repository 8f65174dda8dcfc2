import { outOf100 } from '../../domain/score.ts';
import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count } from './typography.ts';

const ranks = 'Ordena lo que conviene mirar primero, y no declara culpable a nadie.';

export const scoreMessages = {
  meaning: {
    cluster: 'cuán probable es, solo por las reglas, que estas cuentas sirvan a una misma trama',
    account:
      'cuán probable es, solo por las reglas, que la cuenta la maneje tal trama o se maneje para ella',
    finding: 'cuán fuerte es este patrón por sí solo',
    link: 'cuán probable es, solo por las reglas, que las mismas manos manejen ambas cuentas',
    item: 'de un grupo, cuán probable es que sea una trama; de un hallazgo, cuán fuerte es el patrón',
  },
  ranks,
  means: (score, meaning) => `Puntuación ${outOf100(score)} de 100: ${meaning}. ${ranks}`,
  measured: (shown, share) =>
    `de ${shown} que lo muestran, el ${share.replace('.', ',')} % forma parte de una trama`,
  estimated: (decisions, shipped) =>
    `estimado según ${count(decisions, 'decisión', 'decisiones')} en esta plataforma; de origen: ${shipped}`,
  unmeasured: {
    bond: 'aún sin medir: un solo vínculo fuerte y raro la deja a la par',
    tight: 'aún sin medir: un vínculo que va más allá de uno débil',
    own: 'aún sin medir: lo que ella misma hace',
    plain: 'aún sin medir: lo que ella misma hace, cuando es claro',
    peers: 'aún sin medir: lo que hacen las cuentas vinculadas con ella',
    platform: 'aún sin medir: lo que la plataforma no registra',
    linked: 'aún sin medir: la certeza de su vínculo más seguro con otra cuenta',
  },
  usualAmounts: 'cantidades habituales',
} satisfies Given<Messages['score']>;
