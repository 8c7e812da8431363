/**
 * The faces we ship. The browser fetches a file only when a character in its unicode-range appears, so Arabic,
 * Bengali and Chinese cost nothing to those who never meet them.
 */
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';

/** Italics and the large face lists (Bengali, Chinese), fetched once the first screen stands. */
export async function loadFarFonts(): Promise<void> {
  await Promise.all([
    import('@fontsource-variable/source-sans-3/wght-italic.css'),
    import('@fontsource-variable/noto-sans-bengali/wght.css'),
    import('@fontsource-variable/noto-sans-sc/wght.css'),
  ]);
}
