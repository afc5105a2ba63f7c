// Reactions of the bot to messages. Must never remove another's.
import { ApiError, fieldError } from './api-error.ts';
import type { Clock } from './clock.ts';
import { newReactionId } from './ids.ts';
import { messageForBot } from './look-up.ts';
import { bodyOf, type OpenApi } from './open-api.ts';
import type { World } from './world.ts';

export function serveReactions(api: OpenApi, world: World, clock: Clock, appId: string): void {
  const answer = (reaction: { id: string; emoji: string; at: number }): unknown => ({
    reaction_id: reaction.id,
    operator: { operator_id: appId, operator_type: 'app' },
    action_time: String(reaction.at),
    reaction_type: { emoji_type: reaction.emoji },
  });

  api.on('POST', '/im/v1/messages/:message_id/reactions', async (c) => {
    const body = await bodyOf(c);
    const emoji = (body.reaction_type as { emoji_type?: unknown } | undefined)?.emoji_type;
    if (typeof emoji !== 'string' || emoji === '') throw fieldError('reaction_type.emoji_type', 'is required');
    if (!/^[A-Za-z0-9_]+$/.test(emoji)) throw new ApiError(231001, 'reaction type is invalid.');
    const message = messageForBot(world, c.req.param('message_id') ?? '');
    if (message.recalled) throw new ApiError(231003, 'The message is not found or has been recalled.');
    const known = message.reactions.find((reaction) => reaction.by === appId && reaction.emoji === emoji);
    if (known !== undefined) return answer(known);
    const reaction = { id: newReactionId(), emoji, by: appId, at: clock.now() };
    message.reactions.push(reaction);
    world.changed({ type: 'reaction', message });
    return answer(reaction);
  });

  api.on('DELETE', '/im/v1/messages/:message_id/reactions/:reaction_id', (c) => {
    const message = messageForBot(world, c.req.param('message_id') ?? '');
    const reaction = message.reactions.find((candidate) => candidate.id === c.req.param('reaction_id'));
    if (reaction === undefined) throw new ApiError(231002, 'The reaction is not found.');
    if (reaction.by !== appId) throw new ApiError(231007, 'Only the operator can delete the reaction.');
    message.reactions = message.reactions.filter((candidate) => candidate !== reaction);
    world.changed({ type: 'reaction', message });
    return answer(reaction);
  });
}
