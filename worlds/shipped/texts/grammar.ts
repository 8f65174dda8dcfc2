import type { Random } from '../chance/random.ts';

/**
 * Says a pattern once: `{a|b|c}` is one of the three, nested as deep as need be. `<slot>` stays, to be filled for each
 * job. Who says a pattern once and keeps what came out has a wording of their own.
 */
export function say(random: Random, pattern: string): string {
  let at = 0;
  const choice = (until: string): string => {
    const options: string[] = [];
    let option = '';
    while (at < pattern.length) {
      const letter = pattern.charAt(at);
      if (until !== '' && letter === until) break;
      at++;
      if (letter === '{') {
        option += choice('}');
        at++;
      } else if (letter === '|' && until !== '') {
        options.push(option);
        option = '';
      } else option += letter;
    }
    options.push(option);
    return options.length === 1 ? option : random.pick(options);
  };
  return choice('');
}

export function fill(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/<([a-z]+)>/g, (whole, name: string) => slots[name] ?? whole);
}
