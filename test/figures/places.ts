/** An address, or the /64 that an IPv6 address lies in. */
export function placeOf(ip: string, place: string): string {
  if (!place.endsWith('::/64') || !ip.includes(':')) return ip;
  const [front = '', back = ''] = ip.split('::');
  const parts = (text: string) => text.split(':').filter((part) => part !== '');
  const missing = 8 - parts(front).length - parts(back).length;
  const all = [...parts(front), ...Array<string>(Math.max(0, missing)).fill('0'), ...parts(back)];
  const plain = all.slice(0, 4).map((part) => Number.parseInt(part, 16).toString(16));
  return `${plain.join(':')}::/64`;
}
