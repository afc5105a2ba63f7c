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
    model: modelMetrics(registers),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** What the model was asked, what it used and how soon it began; `observe` takes each attempt. */
function modelMetrics(registers: Registry[]) {
  const common = { registers };
  const requests = new Counter({
    ...common,
    name: 'zhibi_model_requests_total',
    help: 'Requests to the model, by prompt and outcome',
    labelNames: ['prompt', 'outcome'],
  });
  const tokens = new Counter({
    ...common,
    name: 'zhibi_model_tokens_total',
    help: 'Tokens the endpoint counted; cached ones are among those in',
    labelNames: ['kind'],
  });
  const cost = new Counter({
    ...common,
    name: 'zhibi_model_cost_total',
    help: 'What the tokens cost by the prices in the settings',
  });
  const buckets = [0.25, 0.5, 1, 2, 5, 10, 20, 40, 80, 160];
  const seconds = new Histogram({
    ...common,
    name: 'zhibi_model_seconds',
    help: 'One request to the model, whole',
    labelNames: ['prompt'],
    buckets,
  });
  const firstText = new Histogram({
    ...common,
    name: 'zhibi_model_first_text_seconds',
    help: 'From a request to the first words of its stream',
    labelNames: ['prompt'],
    buckets,
  });
  return {
    observe(call: {
      prompt: string;
      outcome: string;
      ms: number;
      firstTextMs?: number;
      tokens?: { in: number | undefined; cached: number | undefined; out: number | undefined };
      cost?: number;
    }): void {
      const { prompt, outcome } = call;
      requests.inc({ prompt, outcome });
      seconds.observe({ prompt }, call.ms / 1000);
      if (call.firstTextMs !== undefined) firstText.observe({ prompt }, call.firstTextMs / 1000);
      for (const kind of ['in', 'cached', 'out'] as const) tokens.inc({ kind }, call.tokens?.[kind] ?? 0);
      cost.inc(call.cost ?? 0);
    },
  };
}
