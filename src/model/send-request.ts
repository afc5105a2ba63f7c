// One request to the endpoint, in the first form it accepts, streamed or whole. Retries nothing and logs nothing.
import type OpenAI from 'openai';
import { ServiceError } from '../errors.ts';
import type { createForms } from './accepted-form.ts';
import { classifyFailure, isAboutForm } from './classify-failure.ts';
import { jsonRequest } from './json-mode.ts';
import type { Ask } from './port.ts';
import type { Message, Prompt } from './prompt-file.ts';
import { type Completion, readContent } from './read-completion.ts';
import { type Chunk, readStream } from './read-stream.ts';

export interface Endpoint {
  baseUrl: string;
  model: string;
  load: () => Promise<{ client: OpenAI; errors: typeof OpenAI }>;
  forms: ReturnType<typeof createForms>;
}

interface Sending {
  prompt: Prompt;
  messages: Message[];
  ask: Pick<Ask<unknown>, 'schema' | 'onText'>;
  signal: AbortSignal;
  /** At every sign of life of a stream. */
  onChunk: () => void;
  /** At the first words of a stream. */
  onFirstText: () => void;
}

/** Throws ServiceError, or whatever ends the wait when `signal` is aborted. */
export async function sendRequest(endpoint: Endpoint, sending: Sending): Promise<Completion> {
  const { baseUrl, model, forms } = endpoint;
  const { prompt, messages, ask, signal, onChunk, onFirstText } = sending;
  const { client, errors } = await endpoint.load();
  const { onText } = ask;
  /** Who listens hears it all at once. An error in one piece says nothing of streams. */
  const inOnePiece = (completion: Completion): Completion => {
    const said = readContent(completion);
    if (onText && said.type === 'said') {
      forms.streamsNot();
      onText(said.content);
    }
    return completion;
  };
  for (let form = forms.first(onText !== undefined); ; ) {
    try {
      const common = {
        model,
        messages,
        ...(form.temperature ? { temperature: prompt.temperature } : {}),
        ...jsonRequest(form.mode, prompt.name, ask.schema),
      };
      if (!form.stream) {
        const completion = (await client.chat.completions.create(common, { signal })) as Completion;
        forms.accepted(form, onText !== undefined);
        return inOnePiece(completion);
      }
      const options = form.usage ? { stream_options: { include_usage: true } } : {};
      const { data, response } = await client.chat.completions
        .create({ ...common, ...options, stream: true }, { signal })
        .withResponse();
      forms.accepted(form, onText !== undefined);
      if (!/event-stream/i.test(response.headers.get('content-type') ?? 'text/event-stream')) {
        return inOnePiece(await readWhole(response));
      }
      let quiet = true;
      const completion = await readStream(data as AsyncIterable<Chunk>, {
        onChunk,
        onText(soFar) {
          if (quiet) onFirstText();
          quiet = false;
          onText?.(soFar);
        },
      });
      // The SDK ends an aborted stream as if it were over.
      signal.throwIfAborted();
      if (completion.ended) return completion;
      throw new ServiceError(
        'model_unavailable',
        'The model’s endpoint broke off in the middle of its answer; try again',
      );
    } catch (error) {
      if (signal.aborted) throw error;
      const refused =
        error instanceof errors.APIError && (error.status === 400 || error.status === 422) && isAboutForm(error);
      const next = refused ? forms.next(form, error.message) : undefined;
      if (!next) throw classifyFailure(error, errors, baseUrl, model);
      form = next;
    }
  }
}

/** An endpoint that cannot stream answers in one piece, whatever it was asked. */
async function readWhole(response: Response): Promise<Completion> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Completion;
  } catch {
    return {};
  }
}
