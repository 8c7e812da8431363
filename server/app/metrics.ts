/** /metrics, for Prometheus: how the process does and how long routes take. Counts only: no id, no name, no word. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

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
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
