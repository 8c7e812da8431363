/** Where Chromium is: what the browser tests drive and the papers are printed with. */
import { existsSync } from 'node:fs';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function findChromium(): string {
  const path = process.env.CHROMIUM ?? candidates.find((candidate) => existsSync(candidate));
  if (!path)
    throw new Error(
      `These tests need Chromium: install it (apt-get install chromium) or set CHROMIUM to its path.`,
    );
  return path;
}
