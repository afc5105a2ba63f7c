// Once per run: the browser comes packed in an npm package; unpacking it in several tests at a time fails.
import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the browser, '' where its package has none for this machine (it is built for Linux x64 only). */
    chromium: string;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  const fits = process.platform === 'linux' && process.arch === 'x64';
  if (!fits) console.warn('No browser for this machine in the npm packages: the browser tests are skipped.');
  project.provide('chromium', fits ? await chromium.executablePath() : '');
}
