// Finds what an API call names, or refuses in the platform's words. Must never create anything but a first p2p chat.
import { ApiError, badParameter, fieldError } from './api-error.ts';
import { type Chat, type Message, p2pChat, type World } from './world.ts';

export function findChat(world: World, idType: string | undefined, id: unknown): Chat {
  if (typeof id !== 'string' || id === '') throw fieldError('receive_id', 'is required');
  switch (idType) {
    case 'chat_id': {
      if (!id.startsWith('oc_')) throw new ApiError(230034, 'The receive_id is invalid.');
      const chat = world.chat(id);
      if (chat === undefined) throw new ApiError(230002, 'The bot can not be outside the group.');
      return chat;
    }
    case 'open_id':
    case 'union_id':
    case 'user_id':
      return findP2p(world, idType, id);
    case 'email':
      throw new ApiError(230034, 'The receive_id is invalid, ext=nobody in the local Feishu has an email address');
    default:
      throw fieldError('receive_id_type', 'must be open_id, union_id, user_id, email or chat_id');
  }
}

function findP2p(world: World, idType: 'open_id' | 'union_id' | 'user_id', id: string): Chat {
  const field = ({ open_id: 'id', union_id: 'unionId', user_id: 'userId' } as const)[idType];
  const person = world.data.people.find((candidate) => candidate[field] === id);
  if (person === undefined) {
    // A well-formed open_id that is nobody's here is most often one of another app.
    if (idType === 'open_id' && /^ou_[0-9a-f]{32}$/.test(id)) throw new ApiError(99992361, 'open_id cross app');
    throw new ApiError(230034, 'The receive_id is invalid.');
  }
  const known = world.data.chats.find((chat) => chat.person === person.id);
  if (known !== undefined) return known;
  const chat = p2pChat(person);
  world.data.chats.push(chat);
  world.changed({ type: 'chat', chat });
  return chat;
}

export function messageForBot(world: World, id: string): Message {
  if (!/^om_[0-9A-Za-z]+$/.test(id)) throw new ApiError(99992354, 'The request you send is not a valid {message_id}.');
  const message = world.message(id);
  if (message === undefined) throw badParameter('invalid message_id');
  return message;
}

/** A message the app itself sent and nobody has recalled. */
export function ownMessage(world: World, id: string, appId: string): Message {
  const message = messageForBot(world, id);
  if (message.sender.id !== appId)
    throw new ApiError(230027, 'Lack of necessary permissions, ext=not the sender of the message');
  if (message.recalled) throw new ApiError(230011, 'The message was recalled.');
  return message;
}
