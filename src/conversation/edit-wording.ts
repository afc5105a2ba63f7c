// What the bot says about changing the report itself: structure, words, locks, printed forms. As wording.ts; decides nothing.
const list = (names: string[], shown = 6): string =>
  names.length > shown ? `${names.slice(0, shown).join('、')}等${names.length}处` : names.join('、');

const marked = (text: string): string => `“${text}”`;

export const editWords = {
  // Places
  whichPlace: (said: string, names: string[]) =>
    `${said === '' ? '没说是哪一处' : `没找到“${said}”`}。现在有：${names.join('、')}。说“第二章第1点”这样就行。`,
  noSuchPoint: (name: string, points: number, having: string[]) =>
    `${name}只有${points}点。${having.length === 0 ? '' : `${list(having)}有那么多，`}说“${having[0] ?? name}第1点”这样带上章。`,
  pointOfWhich: (having: string[]) =>
    `是哪一章的？${list(having)}都有那么多点，说“${having[0] ?? ''}第1、2点”这样带上章。`,
  noSuchFigure: (figure: string, now: string) =>
    `没有哪一项记的是${figure}，稿子里也没有。说清是哪一项就能改，比如“党课改成${now}”。`,
  notHere: (name: string) => `${name}是固定的，不能这样动。`,
  leaveIt: '不动',

  // Structure
  addedChapter: (name: string, heading: string) =>
    `加了${name}“${heading}”。要点直接发来，比如“${heading}：……”，再说“起草${name}”。`,
  addedPoint: (name: string) =>
    `加了${name}。要点直接发来就能写进去；有现成的话，说“${name.replace(/“.*$/u, '')}就用这段：……”。`,
  addStep: (name: string) => `加上${name}`,
  noHeading: '叫什么？说“第二章加一条“标题””这样就行。',
  removed: (names: string[]) => `删掉了${list(names)}，后面的序号顺着改了。`,
  removeStep: (names: string[]) => `删掉${list(names)}`,
  unasked: (labels: string[]) => `原来要问的${list(labels, 4)}，也不再问了。`,
  lastChapter: '整篇只剩这一章了，不能再删。',
  moved: (what: string, now: string) => `${what}挪好了，现在是${now}。`,
  moveStep: (what: string) => `挪动${what}`,
  notMoved: (what: string) => `${what}已经在那里了。`,
  cannotMoveThere: '章只能挪到另一章的前面或后面；点可以挪到别的章里。',
  swapped: (names: string[]) => `${names.join('和')}换了位置。`,
  swapStep: (names: string[]) => `对调${names.join('和')}`,
  mergeKinds: '章和章、点和点才能合并。说“第三章第1点和第2点合并”这样就行。',
  merged: (names: string[], now: string) =>
    `${names.join('和')}合成一处，现在是${now}，原话按顺序接在一起，一个字没改。`,
  mergeStep: (names: string[]) => `合并${names.join('和')}`,
  retitled: (name: string, before: string, after: string) => `${name}的标题：“${before}”→“${after}”。`,
  retitleStep: (name: string, before: string, after: string) => `${name}标题“${before}”→“${after}”`,
  sameTitle: '标题本来就是这样。',
  title: '报告',
  lengthSet: (name: string, characters: number, now: number) =>
    `${name}按${characters}字左右写${now === 0 ? '。' : `，现在${now}字。`}`,
  lengthStep: (name: string, characters: number) => `${name}定为${characters}字`,
  oddLength: '字数说个准数就行，比如“第一章控制在800字”。',
  rewriteTo: (characters: number) => `按${characters}字重写`,
  rewriteWithin: (characters: number) => `控制在${characters}字以内`,
  rewriteToInstruction: (characters: number) => `控制在${characters}字左右`,
  stoppedWriting: (name: string) => `${name}正在写的那一稿停下了。`,

  // Facts without a place
  laterHomes: '好，先放着，想定了在卡上点。',
  homeless: (count: number, figures: boolean) => `${count}${figures ? '个数' : '项'}无处落脚`,
  into: (name: string) => `并入${name}`,
  drop: '不要了',
  rehomed: (labels: string[], name: string) => `${list(labels)}放进${name}。`,
  rehomedNotTold: (labels: string[], name: string) =>
    `${list(labels)}归到${name}了，正文里还没写到，说“重写${name.replace(/“.*$/u, '')}”就会写进去。`,
  rehomeStep: (labels: string[]) => `给${list(labels)}换地方`,
  dropped: (labels: string[]) => `${list(labels)}不写了，记录还留着，不算缺。`,
  dropStep: (labels: string[]) => `${list(labels)}不写`,

  // Words
  notFound: (find: string, where: string) =>
    `${where === '' ? '稿子里' : where}没有“${find}”这几个字。说“看全文”对一下原话，再发一次。`,
  notDraftedYet: (name: string) => `${name}还没有稿子。整段用你的话，说“${name.replace(/“.*$/u, '')}就用这段：……”。`,
  whichTitle: (find: string, count: number) => `“${find}”有${count}处，改哪一处？`,
  everywhere: '全部',
  appendWhere: '加在哪一段？',
  endOf: (name: string) => `${name}末尾`,
  replaced: (find: string, put: string, where: string, count: number) =>
    `${where}：“${find}”→“${put}”${count > 1 ? `，共${count}处` : ''}。`,
  deleted: (find: string, where: string, count: number) =>
    `${where}删掉“${find}”${count > 1 ? `，共${count}处` : ''}。`,
  inserted: (put: string, where: string) => `${where}加上“${put}”。`,
  taken: (name: string, characters: number) => `${name}就用你的原话，${characters}字，一字未动。以后起草不碰它。`,
  editStep: (what: string, where: string) => `${where}${what}`,
  replaceWhat: (find: string, put: string) => `“${find}”改成“${put}”`,
  deleteWhat: (find: string) => `删掉“${find}”`,
  insertWhat: (put: string) => `加上“${put}”`,
  takeWhat: '用上你的原话',
  takeWhere: '这段换在哪里？',
  takeText: (text: string) => `“${text}”`,
  takeHere: (name: string) => `换${name}`,
  nothingToPut: '原话没有跟上。请放在同一条里，比如“第二章第1点就用这段：……”。',
  sameText: '本来就是这样，没有动。',
  nowWords: (labels: string[]) => `${list(labels)}那里现在是你写的字，以后改数它不会跟着变。`,
  typedTitle: (count: number) => (count === 1 ? '你写的话里有个数' : `你写的话里有${count}个数`),
  typedDiffers: (typed: string, label: string, recorded: string, around: string) =>
    `“${around}”里写的是${typed}，${label}记的是${recorded}。`,
  typedNew: (typed: string, around: string) => `“${around}”里的${typed}没有记录。`,
  recordAs: (label: string, value: string) => `并记为${label} ${value}`,
  onlyInText: '只在文中',
  recordNew: (label: string) => `新记一项“${label}”`,
  namesNew: (names: string[]) => `你写的${list(names)}没有记录过。`,
  toMaterials: '放素材',
  recordedTyped: (label: string, value: string) => `${label}记为${value}，以后改数这里跟着变。`,
  textMoved: '这一段后来又改过了，请再说一次。',

  // Whose words, and locks
  skippedOwn: (names: string[]) => `${list(names)}是你手写的，没有动。`,
  skippedOthers: (names: string[]) => `${list(names)}是人手写的，没有动。`,
  skippedLocked: (names: string[]) => `${list(names)}锁着，没有动。`,
  ownTitle: '这里有人手写的字',
  ownText: (name: string) => `${name}是手写的，重写会换掉这些字（能撤销）。`,
  rewriteAnyway: '照样重写',
  lockedTitle: '锁着',
  lockedText: (names: string[]) => `${list(names)}锁着，要动先解锁。`,
  unlockAll: '全部解锁',
  unlock: (name: string) => `解锁${name}`,
  locked: (names: string[]) => `${list(names)}锁好了，起草和重写都不动它。`,
  lockStep: (names: string[]) => `锁定${list(names)}`,
  unlocked: (names: string[]) => `${list(names)}解锁了。`,
  unlockStep: (names: string[]) => `解锁${list(names)}`,
  alreadyLocked: '本来就锁着。',
  notLocked: '没有锁着的。',
  lockedNow: (names: string[]) => `锁着${names.length}处：${list(names)}。`,

  // Printed forms
  printed: (label: string, form: string, exact: string) => `${label}正文写“${form}”，台账留准数${exact}。`,
  printStep: (label: string, form: string) => `${label}写“${form}”`,
  printRefused: (label: string, reason: string) => `${label}没有改：${reason}。`,
  withheld: (labels: string[]) => `${list(labels)}不写，记录还留着，不算缺。`,
  exactAgain: (label: string, value: string) => `${label}照准数写${value}。`,
  exactStep: (label: string) => `${label}照准数写`,
  notRecorded: (labels: string[]) => `${list(labels)}还没有记下，先报数再说怎么写。`,
  nothingToPrint: '没找到可以这样写的数。说“记了什么”看看。',
  whichGrowth: '哪个增幅不写？',
  allGrowth: '都不写',
  shownAs: (exact: string, form: string) => `${exact}，正文写“${form}”`,
  shownWithheld: (exact: string) => `${exact}，正文不写`,
  homelessFacts: '正文里没有位置的',
  marked,
} as const;
