// A CardKit entity's data. Must never hold the message's own state: a message only names the entity it shows.
export interface CardEntity {
  id: string;
  card: Record<string, unknown>;
  /** The highest sequence used; every operation must be above it. */
  sequence: number;
  uuids: string[];
  createdAt: number;
  /** The message that shows it: an entity is sent once. */
  message?: string;
  /** When streaming_mode was last switched on; absent while off. */
  streamingSince?: number;
  /** Streaming ran out of its ten minutes and nobody has been told yet. */
  timedOut?: boolean;
}
