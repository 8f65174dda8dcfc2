/** The totals of a narrative, per currency and quarter. */
import { addTo } from '../../../domain/group-by.ts';
import { messages } from '../../../domain/messages/index.ts';
import { writtenAmount } from '../exhibit/written-amount.ts';
import {
  mostTransfersCounted,
  type Money,
  type MoneyTotal,
} from '../../graph/money/money-totals.ts';
import type { Part } from './narrative.ts';

const says = messages.narrative.how;

export function moneySection({ totals, counted, not_counted: notCounted }: Money): Part {
  const settled = totals.filter(({ transfers }) => transfers > 0);
  const unsettled = totals.reduce((sum, total) => sum + total.unsettled, 0);
  const groups = grouped(settled, ({ currency, direction }) => `${currency} ${direction}`);
  return {
    title: says.title,
    blocks: [
      ...(settled.length > 0 ? [says.counted(counted)] : [says.nothing]),
      ...groups.flatMap((group) => [sentence(group), quarters(group)]),
      ...(unsettled > 0 ? [says.unsettled(unsettled)] : []),
      ...(notCounted.length > 0 ? [says.notCounted(notCounted.length, mostTransfersCounted)] : []),
      ...(settled.length > 0 ? [says.months] : []),
    ],
  };
}

function grouped(
  totals: readonly MoneyTotal[],
  keyOf: (total: MoneyTotal) => string,
): MoneyTotal[][] {
  const groups = new Map<string, MoneyTotal[]>();
  for (const total of totals) addTo(groups, keyOf(total), total);
  return [...groups.values()];
}

function sentence(group: readonly MoneyTotal[]): string {
  const months = group.map(({ month }) => month).filter((month) => month !== '');
  return says.total(
    group[0]!.direction,
    amountOf(group),
    transfersOf(group),
    months[0] ?? '',
    months.at(-1) ?? '',
  );
}

function quarters(group: readonly MoneyTotal[]): string[] {
  return grouped(group, ({ month }) => quarterOf(month)).map((part) =>
    says.quarter(quarterOf(part[0]!.month), amountOf(part), transfersOf(part)),
  );
}

function quarterOf(month: string): string {
  const [year, number] = month.split('-');
  if (!year || !number) return '';
  return says.quarterName(year, Math.ceil(Number(number) / 3));
}

function transfersOf(group: readonly MoneyTotal[]): number {
  return group.reduce((sum, { transfers }) => sum + transfers, 0);
}

function amountOf(group: readonly MoneyTotal[]): string {
  return writtenAmount(
    group[0]!.currency,
    group.map(({ amount }) => amount),
  );
}
