// What an operator reads of the model at GET /metrics.
import { expect, it } from 'vitest';
import { createMetrics } from '../src/metrics.ts';

it('gives requests, tokens, cached ones, cost and time to the first words', async () => {
  const metrics = createMetrics(async () => ({}));
  const tokens = { in: 2_000, cached: 1_500, out: 500 };
  metrics.model.observe({
    prompt: 'draft-chapter',
    outcome: 'answered',
    ms: 3_000,
    firstTextMs: 400,
    tokens,
    cost: 0.5,
  });
  metrics.model.observe({ prompt: 'draft-chapter', outcome: 'failed', ms: 10 });
  const text = await metrics.text();
  for (const line of [
    'zhibi_model_requests_total{prompt="draft-chapter",outcome="answered"} 1',
    'zhibi_model_requests_total{prompt="draft-chapter",outcome="failed"} 1',
    'zhibi_model_tokens_total{kind="in"} 2000',
    'zhibi_model_tokens_total{kind="cached"} 1500',
    'zhibi_model_tokens_total{kind="out"} 500',
    'zhibi_model_cost_total 0.5',
    'zhibi_model_first_text_seconds_sum{prompt="draft-chapter"} 0.4',
    'zhibi_model_seconds_count{prompt="draft-chapter"} 2',
  ])
    expect(text).toContain(line);
});
