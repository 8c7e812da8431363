/** Whose video rooms may be shown inside a page: the operator's one server, or nobody's. */
import type { Accessor } from 'solid-js';
import { videoEndpoints } from '../../../shared/records/video.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';

export function createVideoOrigin(): Accessor<string | null> {
  const read = createRead(videoEndpoints.get, () => ({ key: keys.video, input: {} }));
  return () => read.value()?.origin ?? null;
}
