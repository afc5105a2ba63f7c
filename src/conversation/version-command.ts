// What a person asks about a section's earlier versions. Types only; decided in versions.ts.
import type { Spot } from './edit-command.ts';

export type VersionCommand =
  /** `page`: 0 is the newest. */
  | { type: 'show_versions'; spot: Spot; page?: number }
  /** Default: the one before with the one that stands. Numbers as shown. */
  | { type: 'compare_versions'; spot: Spot; from?: number; to?: number }
  | { type: 'restore_version'; spot: Spot; which: number | 'previous' };

const VERSION_COMMANDS = ['show_versions', 'compare_versions', 'restore_version'] as const;

export function isVersionCommand(command: { type: string }): command is VersionCommand {
  return (VERSION_COMMANDS as readonly string[]).includes(command.type);
}
