/** Tells pages whose video rooms they may show: a setting of the operator (`VIDEO_ORIGIN`), the same for everybody. */
import { ok } from '../../../shared/outcome.ts';
import { videoEndpoints } from '../../../shared/records/video.ts';
import { type Route, servePublic } from '../../route.ts';

export const videoRoutes = (origin: string | null): Route[] => [
  servePublic(videoEndpoints.get, async () => ok({ origin })),
];
