// contact/v3: the names of people. Must never list people the bot did not ask for.
import { ApiError } from './api-error.ts';
import type { OpenApi } from './open-api.ts';
import type { World } from './world.ts';

export function serveContact(api: OpenApi, world: World): void {
  api.on('GET', '/contact/v3/users/:user_id', (c) => {
    const type = c.req.query('user_id_type') ?? 'open_id';
    const field = ({ open_id: 'id', union_id: 'unionId', user_id: 'userId' } as const)[type as 'open_id'];
    if (field === undefined) throw new ApiError(40001, 'param error: user_id_type');
    const person = world.data.people.find((candidate) => candidate[field] === c.req.param('user_id'));
    if (person === undefined) throw new ApiError(41050, 'no user authority error');
    return {
      user: {
        open_id: person.id,
        union_id: person.unionId,
        user_id: person.userId,
        name: person.name,
        en_name: '',
        avatar: { avatar_72: '', avatar_240: '', avatar_640: '', avatar_origin: '' },
      },
    };
  });
}
