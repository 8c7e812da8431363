/** What of the keystrokes that somebody else had received a server still has, after it was killed and started again. */
import type { Crowd } from './crowd.ts';
import { clocksBefore } from './edits.ts';
import type { Recalled } from './plan.ts';
import { visit } from './visitor.ts';

/** A server that has lost something never shows it: so long a page waits for it. */
const patienceMs = 10_000;
const roomsAtOnce = 50;

export async function recall({ plan, edits }: Crowd, port: number): Promise<Recalled> {
  const { seats, roomSize, firstClientId } = plan;
  let [seen, kept] = [0, 0];

  /** How far anybody else had seen each one in the room. */
  function seenIn(room: number): Map<number, number> {
    const wanted = new Map<number, number>();
    for (let from = room; from < room + roomSize; from++) {
      let end = 0;
      for (let at = room; at < room + roomSize; at++)
        if (at !== from) end = Math.max(end, edits.seenOf(at, from));
      wanted.set(firstClientId + from, end);
    }
    return wanted;
  }

  async function look(room: number): Promise<void> {
    const seat = seats[room];
    if (seat === undefined) return;
    const wanted = seenIn(room);
    const visitor = await visit(port, seat, wanted, patienceMs);
    visitor.leave();
    for (const [client, end] of wanted) {
      const there = visitor.clocks.get(client) ?? 0;
      seen += Math.max(0, end - clocksBefore);
      kept += Math.max(0, Math.min(there, end) - clocksBefore);
    }
  }

  const rooms = Array.from({ length: seats.length / roomSize }, (_, index) => index * roomSize).values();
  const worker = async (): Promise<void> => {
    for (const room of rooms) await look(room);
  };
  await Promise.all(Array.from({ length: roomsAtOnce }, worker));
  return { seen, kept };
}
