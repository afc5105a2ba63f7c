// The chat page's side of the sandbox's page API.

async function call(path, options) {
  const response = await fetch(path, options);
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error?.message ?? body.error ?? `请求没有成功（${response.status}）`);
  return body;
}

function post(path, body) {
  return call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export const loadWorld = () => call('/sandbox/api/state');
export const loadMessages = (chat) => call(`/sandbox/api/chats/${chat}/messages`);
export const sendMessage = (chat, message) => post(`/sandbox/api/chats/${chat}/messages`, message);
export const enterChat = (chat, as) => post(`/sandbox/api/chats/${chat}/enter`, { as });
export const chooseMenu = (chat, as, key) => post(`/sandbox/api/chats/${chat}/menu`, { as, key });
export const recallMessage = (message, as) => post(`/sandbox/api/messages/${message}/recall`, { as });
export const forward = (chat, as, messages) => post(`/sandbox/api/chats/${chat}/forward`, { as, messages });
export const act = (message, action) => post(`/sandbox/api/messages/${message}/actions`, action);
export const fileUrl = ({ key, name }) => `/sandbox/files/${key}?name=${encodeURIComponent(name)}`;

export const loadDocument = (id, as) => call(`/sandbox/api/documents/${id}?as=${encodeURIComponent(as)}`);
export const editDocument = (id, as, edits) => post(`/sandbox/api/documents/${id}`, { as, edits });
export const shareDocument = (id, as, to) => post(`/sandbox/api/documents/${id}/share`, { as, to });

export function sendFile(chat, as, file) {
  const form = new FormData();
  form.set('as', as);
  form.set('file', file, file.name);
  return call(`/sandbox/api/chats/${chat}/files`, { method: 'POST', body: form });
}

/** `on` holds a handler per event name; reconnects by itself. Returns what closes the stream. */
export function listen(on) {
  const source = new EventSource('/sandbox/api/stream');
  for (const [name, handle] of Object.entries(on)) {
    source.addEventListener(name, (event) => handle(event.data ? JSON.parse(event.data) : undefined));
  }
  return () => source.close();
}
