/** `npm run capabilities`: writes docs/capabilities.md. */
import { writeFileSync } from 'node:fs';
import { capabilitiesPage } from './capabilities.ts';

writeFileSync('docs/capabilities.md', capabilitiesPage());
