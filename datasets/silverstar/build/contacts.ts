import { plain } from './names.ts';
import type { Random } from './random.ts';

const mailDomains = ['example.com', 'example.org', 'example.net', 'mail.example', 'inbox.example'];
const areaCodes = ['212', '303', '312', '404', '416', '503', '512', '617', '646', '702', '773'];

/** Hands out contacts; none comes twice unless a theme repeats one on purpose. */
export class Contacts {
  readonly #used = new Set<string>();

  email(random: Random, name: string, domain?: string): string {
    return this.#fresh(() => {
      const tail = random.chance(0.5) ? String(random.int(2, 99)) : '';
      return `${plain(name)}${tail}@${domain ?? random.pick(mailDomains)}`;
    });
  }

  handle(random: Random, name: string): string {
    const [given = 'user', family = 'x'] = plain(name).split('.');
    const tails = ['dev', 'works', 'io', 'studio', 'codes', 'pro', String(random.int(2, 99))];
    return this.#fresh(() =>
      random.pick([
        `${given}_${random.pick(tails)}`,
        `${given}${family.slice(0, 3)}${random.int(1, 99)}`,
        `${family}.${random.pick(tails)}`,
        `${given}-${family}-${random.int(1, 9)}`,
      ]),
    );
  }

  /** Numbers kept for fiction: North America's 555-01xx and Ofcom's mobile range, whatever the country. */
  phone(random: Random): string {
    return this.#fresh(() =>
      random.chance(0.7)
        ? `+1 ${random.pick(areaCodes)} 555 01${random.digits(2)}`
        : `+44 7700 900${random.digits(3)}`,
    );
  }

  #fresh(make: () => string): string {
    for (let attempt = 0; attempt < 400; attempt++) {
      const made = make();
      if (this.#used.has(made)) continue;
      this.#used.add(made);
      return made;
    }
    throw new Error('No contact is left to hand out.');
  }
}
