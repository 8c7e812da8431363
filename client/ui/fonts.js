/**
 * The faces we ship. The browser fetches a file only when a character in its unicode-range appears, so Arabic,
 * Bengali and Chinese cost nothing to those who never meet them.
 */
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';
/** The large face lists (Bengali, Chinese), fetched once the first screen stands. */
export async function loadFarFonts() {
    await Promise.all([
        import('@fontsource-variable/noto-sans-bengali/wght.css'),
        import('@fontsource-variable/noto-sans-sc/wght.css'),
    ]);
}
