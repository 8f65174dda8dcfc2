import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { messages } from '../../../domain/messages/browser.ts';

const systemFonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** Mantine's dark greys, a little towards blue, as the panels and the canvas are. */
const slate: MantineColorsTuple = [
  '#dde5ed',
  '#c3ced9',
  '#9aa8b7',
  '#7d8c9c',
  '#3b4754',
  '#2f3a46',
  '#212b35',
  '#171e26',
  '#12181f',
  '#0d1218',
];

/** Dense and calm: what an analyst looks at for hours. No font is fetched from anywhere. */
export const theme = createTheme({
  respectReducedMotion: true,
  fontFamily: systemFonts,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontFamily: systemFonts, fontWeight: '650' },
  colors: { dark: slate },
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    // The page itself never scrolls; and the lock would write a style tag without the nonce.
    Drawer: { defaultProps: { lockScroll: false, overlayProps: { backgroundOpacity: 0.2 } } },
    Modal: { defaultProps: { lockScroll: false, overlayProps: { backgroundOpacity: 0.3 } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': messages.page.close } } },
    // Said, so that the style sheet can tell it.
    Button: { defaultProps: { variant: 'filled' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  },
});

/** The nonce that the server put into index.html, for the style tags that Mantine writes. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
