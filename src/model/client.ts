// The one client of an OpenAI-compatible endpoint (Chat Completions). Logs no prompt's text, no answer's and no secret.
import type OpenAI from 'openai';
import { ServiceError } from '../errors.ts';
import { createForms } from './accepted-form.ts';
import { loadPrompts } from './load-prompts.ts';
import type { ModelOptions } from './options.ts';
import type { Answer, Ask, Model } from './port.ts';
import { fillPrompt, type Prompt } from './prompt-file.ts';
import { createRequest } from './request.ts';
import { understand } from './understand.ts';

/** Reads the prompts at once (throws `bad_prompt`); loads the SDK with the first request. */
export function createModel(options: ModelOptions): Model {
  const { baseUrl, model, log, guard } = options;
  const prompts = loadPrompts(options.prompts);
  let sdk: Promise<{ client: OpenAI; errors: typeof OpenAI }> | undefined;
  const load = async () => {
    const { default: errors } = await import('openai');
    // Organization and project would otherwise be read from the environment, behind our configuration's back.
    const settings = { baseURL: baseUrl, apiKey: options.apiKey || 'none', organization: null, project: null };
    return { client: new errors({ ...settings, maxRetries: 0, logLevel: 'off' }), errors };
  };
  const request = createRequest(options, {
    baseUrl,
    model,
    forms: createForms(options.jsonMode),
    load: () => {
      sdk ??= load();
      return sdk;
    },
  });

  return {
    async ask<T>(ask: Ask<T>): Promise<Answer<T>> {
      const prompt = prompts.get(ask.prompt);
      if (!prompt)
        throw new ServiceError('bad_prompt', `There is no prompt ${ask.prompt}.md in ${options.prompts}; add it`);
      const messages = fillPrompt(prompt, ask.values);
      refuseFigures(prompt, ask.values, guard);
      const deadline = Date.now() + ask.timeoutMs;
      const first = understand(await request(prompt, messages, ask, deadline), ask.schema);
      if (first.type === 'value') return { value: first.value, prompt: prompt.id, model };
      log.warn({ prompt: prompt.id, model, problem: first.problem }, 'model answered in a wrong shape');
      if (first.type === 'hopeless') throw first.error;
      // What it said is not sent back: it may hold a figure of its own making.
      const again = { role: 'user' as const, content: first.complaint };
      const second = understand(await request(prompt, [...messages, again], ask, deadline), ask.schema);
      if (second.type === 'value') return { value: second.value, prompt: prompt.id, model };
      throw second.error;
    },
  };
}

/** The last guard: whatever a person may have written is looked at once more before it leaves. */
function refuseFigures(prompt: Prompt, values: Record<string, string>, guard: ModelOptions['guard']): void {
  for (const name of prompt.inputs) {
    if (prompt.fixed.includes(name)) continue;
    const found = guard?.(values[name] ?? '');
    if (found !== undefined) {
      throw new ServiceError(
        'bad_prompt',
        `${prompt.name}.md: the value of ${name} still holds a figure (${found}); it was not sent. Mask it first.`,
      );
    }
  }
}
