/** /metrics, for Prometheus: how the process does and how long routes take. Counts only: no id, no name, no word. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Counted elsewhere, by upper bound: as many counts as bounds and one more for the rest. */
export type Counted = {
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
  readonly sum: number;
};

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'trama_' });
  const requests = new Histogram({
    name: 'trama_http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const broken = new Counter({
    name: 'trama_http_broken_total',
    help: 'Requests that met a bug of ours.',
    registers: [registry],
  });
  /** prom-client's histograms count for themselves; these were counted where it costs least. */
  const histograms: (() => string)[] = [];
  return {
    answered: (labels: { method: string; route: string; status: number }, seconds: number) =>
      requests.observe(labels, seconds),
    broke: () => broken.inc(),
    /** A number read whenever somebody asks: open sockets, feed connections, rooms. */
    gauge: (name: string, help: string, read: () => number) => {
      new Gauge({
        name: `trama_${name}`,
        help,
        registers: [registry],
        collect() {
          this.set(read());
        },
      });
    },
    /** A number that only grows, read whenever somebody asks. */
    counter: (name: string, help: string, read: () => number) => {
      new Counter({
        name: `trama_${name}_total`,
        help,
        registers: [registry],
        collect() {
          this.reset();
          this.inc(read());
        },
      });
    },
    /** The same, one for each value of a label. */
    counters: (name: string, help: string, label: string, read: () => Readonly<Record<string, number>>) => {
      new Counter({
        name: `trama_${name}_total`,
        help,
        labelNames: [label],
        registers: [registry],
        collect() {
          this.reset();
          for (const [value, count] of Object.entries(read())) this.inc({ [label]: value }, count);
        },
      });
    },
    histogram: (name: string, help: string, read: () => Counted) => {
      histograms.push(() => histogramText(`trama_${name}`, help, read()));
    },
    contentType: registry.contentType,
    async text(): Promise<string> {
      return [await registry.metrics(), ...histograms.map((write) => write())].join('');
    },
  };
}

/** Prometheus wants cumulative buckets. */
function histogramText(name: string, help: string, { bounds, counts, sum }: Counted): string {
  let below = 0;
  const buckets = counts.map((count, at) => {
    below += count;
    return `${name}_bucket{le="${bounds[at] ?? '+Inf'}"} ${below}`;
  });
  return `\n# HELP ${name} ${help}\n# TYPE ${name} histogram\n${buckets.join('\n')}\n${name}_sum ${sum}\n${name}_count ${below}\n`;
}
