import type { Given } from '../../domain/given.ts';
import type { Messages } from '../../domain/messages/index.ts';
import { count, figure } from './typography.ts';

export const standingMessages = {
  shownAs: 'Se muestra como',
  is: { member: 'miembro', context: 'solo por contexto' },
  legend: 'más tenue: solo por contexto',
  legendOf: (nodes) => `más tenue: solo por contexto (${figure(nodes)})`,
  context: 'Solo por contexto',
  contextHint:
    'Lo que sostiene los hallazgos lo toca. Nada dice que forme parte de lo que se muestra: trátelo como ajeno, salvo que Vigilancia hable de ello como nuevo usuario de lo que se muestra.',
  ofThem: (members, context) =>
    `De ${count(members + context, 'cuenta que nombra', 'cuentas que nombra')}, ${count(members, 'es miembro', 'son miembros')} y ${figure(context)} se ${context === 1 ? 'muestra' : 'muestran'} solo por contexto.`,
  ofType: (many, n, context) =>
    context === 0
      ? `${many} (${figure(n)})`
      : `${many} (${figure(n - context)} + ${figure(context)} solo por contexto)`,
  mark: { member: 'Este tablero trata de ello', context: 'Aquí solo por contexto' },
  marked: {
    member: (what) => `El tablero trata ahora de ${what}.`,
    context: (what) => `${what} se muestra ahora solo por contexto.`,
  },
} satisfies Given<Messages['standing']>;
