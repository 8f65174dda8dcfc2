/** Paper is white: while the browser prints, the page is light, whatever it is on the screen. */
export function printLight(): void {
  const { dataset } = document.documentElement;
  window.addEventListener('beforeprint', () => {
    const shown = dataset['mantineColorScheme'];
    dataset['mantineColorScheme'] = 'light';
    window.addEventListener('afterprint', () => (dataset['mantineColorScheme'] = shown), {
      once: true,
    });
  });
}
