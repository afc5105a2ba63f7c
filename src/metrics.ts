// Counters and timings in Prometheus' text format, at GET /metrics.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** `counts` is read at each scrape: what waits in the store and what was set aside. */
export function createMetrics(counts: () => Promise<Record<string, number>>) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: 'zhibi_waiting',
    help: 'Entries, jobs and timers waiting, and entries and jobs set aside',
    labelNames: ['kind'],
    registers,
    async collect() {
      for (const [kind, value] of Object.entries(await counts())) this.set({ kind }, value);
    },
  });
  return {
    received: new Counter({
      name: 'zhibi_events_total',
      help: 'Raw events by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    turns: new Histogram({
      name: 'zhibi_turn_seconds',
      help: 'One turn, from taking the event to its last effect',
      labelNames: ['type'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 1, 3, 10],
      registers,
    }),
    effects: new Counter({
      name: 'zhibi_effects_total',
      help: 'Effects performed, by type and outcome',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    setAside: new Counter({
      name: 'zhibi_set_aside_total',
      help: 'Events, jobs and effects set aside with their error',
      labelNames: ['kind'],
      registers,
    }),
    readings: new Counter({
      name: 'zhibi_readings_total',
      help: 'Messages by who read them: our reader alone, or with the model',
      labelNames: ['by'],
      registers,
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
