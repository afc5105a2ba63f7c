// Keeps the sandbox's world in a JSON file, uploads beside it, so that a restart shows the same chats. Must never leave a half-written file.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bytes, World, WorldData } from './world.ts';

export interface DataFile {
  load(): { data: WorldData; bytes: Bytes } | undefined;
  /** Writes after every change, before anybody can be told of it: a killed sandbox forgets nothing it answered. */
  follow(world: World): { close(): void };
}

export function createDataFile(path: string): DataFile {
  const folder = `${path}.files`;

  function load(): { data: WorldData; bytes: Bytes } | undefined {
    if (!existsSync(path)) return undefined;
    let data: WorldData;
    try {
      data = JSON.parse(readFileSync(path, 'utf8')) as WorldData;
    } catch (error) {
      throw new Error(`${path} is no data file of the local Feishu. Move it away to begin with an empty one.`, {
        cause: error,
      });
    }
    const present = existsSync(folder) ? new Set(readdirSync(folder)) : new Set<string>();
    const bytes = data.files
      .filter((file) => present.has(file.key))
      .map((file) => [file.key, readFileSync(join(folder, file.key))] as const);
    return { data, bytes: new Map(bytes) };
  }

  function save(world: World, written: Set<string>): void {
    mkdirSync(dirname(path), { recursive: true });
    for (const [key, bytes] of world.bytes) {
      if (written.has(key)) continue;
      mkdirSync(folder, { recursive: true });
      replace(join(folder, key), bytes);
      written.add(key);
    }
    replace(path, JSON.stringify(world.data));
  }

  return {
    load,
    follow(world) {
      const written = new Set(existsSync(folder) ? readdirSync(folder) : []);
      let dirty = false;
      const flush = (): void => {
        if (dirty) save(world, written);
        dirty = false;
      };
      const stop = world.onChange(() => {
        // All changes of one step become one write.
        if (!dirty) queueMicrotask(flush);
        dirty = true;
      });
      dirty = true;
      flush();
      return {
        close() {
          stop();
          flush();
        },
      };
    },
  };
}

/** Rename is atomic: a reader sees the old file or the new one. */
function replace(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.tmp`, content);
  renameSync(`${path}.tmp`, path);
}
