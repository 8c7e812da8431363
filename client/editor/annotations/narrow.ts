/** Whether there is no room for a margin: the same width at which annotations.css hides it. */
import type { Accessor } from 'solid-js';
import { createMedia } from '../../ui/media.ts';

export const createNarrow = (): Accessor<boolean> => createMedia('(max-width: 75rem)');
