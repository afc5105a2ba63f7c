// Reads every prompt file of a folder at start, so that a mistake is found before anyone waits for an answer.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServiceError } from '../errors.ts';
import { type Prompt, parsePrompt } from './prompt-file.ts';

/** All `*.md` directly in the folder but README.md, by name. Throws ServiceError('bad_prompt'). */
export function loadPrompts(folder: string): Map<string, Prompt> {
  let files: string[];
  try {
    files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  } catch (cause) {
    throw new ServiceError('bad_prompt', `${folder}: cannot read this folder of prompts; check that it exists`, {
      cause,
    });
  }
  const prompts = files.map((file) => parsePrompt(file, readFileSync(join(folder, file), 'utf8')));
  return new Map(prompts.map((prompt) => [prompt.name, prompt]));
}
