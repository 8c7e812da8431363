/** What a window says in one number. */
import type { Played } from './plan.ts';

/** CPU seconds of the server and its database. */
export const serverCpu = ({ cpu }: Played): number => (cpu.server ?? 0) + (cpu.database ?? 0);

/** The same per million changes delivered in the window. */
export const cpuPerMillion = (played: Played): number =>
  (serverCpu(played) / (played.edits.delivered + played.moves.delivered)) * 1e6;

/** Of all changes made in the window, times receivers, how many had arrived at the end of the drain; 1 is all. */
export const arrivedShare = ({ edits, moves }: Played): number =>
  (edits.arrived + moves.arrived) / (edits.expected + moves.expected);
