/** Given names that one person goes by; each line one name with its short forms and its forms in other languages. */
const lines = `william bill will billy liam|theodore ted teddy|robert bob rob bobby|richard rick dick|michael mike mick mikhail michel miguel
james jim jimmy|john jack johnny juan ivan jean johann|joseph joe josef jose|thomas tom tommy|edward ed eddie eduardo edouard edvard|charles charlie chuck carlos karl
elizabeth liz beth lisa betty|margaret maggie peg|katherine kate kathy catherine katie|alexander alex sasha alexandr aleksandr oleksandr aleksander
alexei alexey aleksei oleksiy|dmitry dima dmitri dmytro|vladimir volodymyr vova|nikolai nikolay mykola nicholas nick|sergey sergei serhiy sergej
andrew andy andrei andrey andriy|peter pyotr petr petro pete piotr pedro pierre pietro|paul pavel pavlo|george georgy georgi yuri heorhiy|eugene evgeny yevgeny
daniel dan danny|david dave|anthony tony antonio|samuel sam|benjamin ben benny bibi|christopher chris|stephen steven steve stefan|matthew matt
anastasia nastya|ekaterina katya kateryna|maria masha mary marie|elena lena olena helen helena helene alena|natalia natasha natalya nataliya|tatiana tanya tetiana
mohammed muhammad mohamed mohammad muhammed mohamad mehmet|ahmed ahmad|usama osama|hussein husayn hussain|yusuf yousef youssef yousif youcef yosef joseph|omar umar
gregory greg grigory|jacob yakov jakob yaakov|alfonso alonso alphonse|elias elia ilya ilias|maxim maxime maksim max|olga volha olha|kenneth ken|ronald ron|timothy tim|jennifer jen jenny|patricia pat|susan sue|rebecca becky|deborah debbie|victoria vicky`;

const groups = new Map<string, Set<number>>();
lines.split(/[|\n]/).forEach((line, index) => {
  for (const name of line.split(' ')) groups.set(name, (groups.get(name) ?? new Set()).add(index));
});

export function sameGivenName(a: string, b: string): boolean {
  const other = groups.get(b);
  return other !== undefined && [...(groups.get(a) ?? [])].some((group) => other.has(group));
}
