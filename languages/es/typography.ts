/** `1234`, `12.345`: Spanish groups from five digits on. */
export function figure(value: number): string {
  return value.toLocaleString('es-ES');
}

/** `1 cuenta`, `0 cuentas`, `12.345 cuentas`. */
export function count(value: number, one: string, many: string): string {
  return `${figure(value)} ${value === 1 ? one : many}`;
}

/** `a, b y c`, `a, b e Inés`. */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat('es', { type: 'conjunction' }).format(items);
}

/** `0,42`. */
export function decimal(value: number, digits: number): string {
  return value.toLocaleString('es-ES', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
