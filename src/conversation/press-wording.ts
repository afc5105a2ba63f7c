// What the presser of a button, or of an item of the menu, is told at once. Decides nothing.

export const pressWords = {
  file: '好，文件这就发到会话里。',
  writing: '好，开始写，写好一段发一段。',
  below: '好，看下面这张卡。',
  done: '好，已经改在卡上了。',
  nothing: '收到。',
  unknownItem: (key: string) => `菜单里的“${key.slice(0, 20)}”我还不认识，直接打字也行，能办的都在下面。`,
} as const;
