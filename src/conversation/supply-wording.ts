// What the bot says about who gives what: the list, forms, reminders, figures to confirm. As wording.ts; decides nothing.
import { list } from './word-lists.ts';

export const supplyWords = {
  help: '请各科室报数：“要数清单”看分工，“其余归办公室”这样分，“发给大家”发表单，“谁还没报”“催一下”“发各科室核数”。',

  // The list
  title: '要数清单',
  total: (asked: number, offices: number, left: number) =>
    `一共${asked}项${offices === 0 ? '，还没有分给科室' : `，分给${offices}家${left === 0 ? '，都分完了' : `，还有${left}项没分`}`}。`,
  office: (name: string, asked: number, lacking: number, due: string, absent: boolean) =>
    [
      `${name} ${asked}项`,
      asked === 0 ? '' : lacking === 0 ? '齐了' : `还差${lacking}`,
      due === '' ? '' : `${due}前`,
      absent ? '不在群里' : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  item: (label: string, given: string, question: string, kinds: string, last: string) =>
    given === '' ? `○ ${label}：${question}${kinds}${last}` : `✓ ${label}：${given}`,
  kinds: { status: '快报还是决算', scope: '全市还是市本级', deed: '本人、班子还是支部' },
  kindOf: (kinds: string[]) => (kinds.length === 0 ? '' : `（${kinds.join('，')}）`),
  nothingAsked: '还没分到要报的数',
  unassigned: (count: number) => `还没分给谁 ${count}项`,
  howTo:
    '这样说就能分：“留抵退税归税政科”“第四章归国库科”“其余归办公室”；“国库科：李明”定联系人；“都写周三下班前”定时间。',
  send: '发给大家',
  nudgeThem: '催一下',

  // Dividing
  step: (office: string) => (office === '' ? '要数时间' : `要数分工（${office}）`),
  assigned: (office: string, labels: string[], count: number) =>
    `${labels.join('、')}${count > labels.length ? `等${count}项` : ''}归${office}。`,
  movedFrom: (offices: string[]) => `（原来归${offices.join('、')}）`,
  already: (office: string) => `这几项本来就归${office}。`,
  noSlots: (words: string) => `提纲里没找到“${words}”是哪一项。说清单上的名字，或者说“第二章归…”这样。`,
  nothingLeft: '每一项都分好了，没有剩下的。',
  named: (office: string, person: string) => `${office}由${person}报，发清单时会@${person}。`,
  namedUnknown: (office: string, person: string) =>
    `没认准“${person}”是谁。请在这条里@本人，例如“${office}：@${person}”。`,
  namedAwaited: (office: string, person: string) =>
    `${office}由${person}报。我还没和${person}说过话，${person}在群里一开口我就对上了。`,
  joined: (office: string, person: string) => `好，${person}报的数以后都记成${office}的。`,
  dueAll: (due: string) => `各科室都写${due}前报。`,
  dueOne: (office: string, due: string) => `${office}写${due}前报。`,
  noDay: '这个时间我没看懂，说成“周三下班前”“1月14日17点前”这样就行。',
  noOffice: (office: string, known: string[]) =>
    known.length === 0
      ? '还没有分工。说“留抵退税归税政科”这样，一项一项分；说“要数清单”看全部。'
      : `清单里没有“${office}”。现在有：${known.join('、')}。`,
  likeLast: (year: number, offices: number) =>
    `要数分工照${year}年的，${offices}家都排好了。说“要数清单”看一遍、改一改。`,

  // The forms
  formTitle: (office: string, count: number) => (count === 0 ? `${office}：都齐了` : `${office}：请报${count}项`),
  formSubtitle: (title: string, due: string) => (due === '' ? title : `${title} · 请在${due}前报`),
  formHint: (given: string[], more: number) =>
    [
      given.length === 0 ? '' : `✓ 已报：${given.join('、')}`,
      more > 0 ? `先填这些，填完还有${more}项。` : '会多少填多少，分几次填也行；直接@我说也行。',
    ]
      .filter((part) => part !== '')
      .join('\n'),
  formDone: (given: string[]) =>
    given.length === 0
      ? '这几项改由别家来报，不用填了。'
      : `✓ 已报：${given.join('、')}\n谢谢。要改就直接@我说，比如“……改成95次”。`,
  hand: '报上去',
  sentTo: (offices: string[]) => `清单发给${offices.join('、')}了。谁报了、谁没报，说“谁还没报”随时看。`,
  sendAgain: (offices: string[]) => `${offices.join('、')}的表单早就在上面，还是那一张。`,
  allGiven: '分出去的都报齐了，不用再发。',
  nobodyYet: '还没有分给任何科室。先说“留抵退税归税政科”这样分一分，再说“发给大家”。',
  copyTitle: (office: string) => `发给${office}的话（不在群里）`,
  copyHint: '复制下面这段发微信；回的话粘给我，前面写上“科室（微信）：”就行。',
  copyText: (title: string, due: string, count: number, lines: string[]) =>
    `您好，报送《${title}》要请你们提供下面${count}项${due === '' ? '' : `，请在${due}前回我`}：\n${lines.join('\n')}\n谢谢！`,
  copyLine: (nth: number, question: string, kinds: string) => `${nth}. ${question}${kinds}`,
  absent: (office: string) => `好，${office}不在群里，发清单时我给你一段能复制的话。`,
  boardLacking: (office: string, count: number) => `${office}${count}项`,
  onDemand: (offices: string[], example: string) =>
    `要报的多，不一股脑发给你：${offices.join('，')}。要哪一家的话来复制，说“发给${example}”。`,
  nudgeCopy: (office: string, text: string) => `给${office}的，复制发微信就行：\n${text}`,
  gatherHint: '想在群里收数，把我拉进群，在群里@我说“这个群给我的报告供数”。',
  noGroup: '这里只有你和我，先给你每家一段能复制的话。想在群里收数，把我拉进群，在群里@我说“这个群给我的报告供数”。',

  // How far
  allIn: (offices: number) => `${offices}家都报齐了。`,
  lateLine: (name: string, labels: string[], count: number, due: string, overdue: boolean) =>
    `${name}还差${count}项：${labels.join('、')}${count > labels.length ? '…' : ''}${due === '' ? '' : overdue ? `（过了${due}）` : `（${due}前）`}`,
  inLine: (name: string, count: number) => `${name}${count}项都报齐了。`,
  noneAsked: (name: string) => `还没请${name}报数。`,
  givenTitle: '谁报了什么',
  givenOffice: (name: string, count: number) => `${name} ${count}项`,
  givenLine: (label: string, value: string, by: string) => `${label} ${value}（${by}）`,
  nothingGiven: '还没有人报过数。',
  boardTitle: (offices: number, done: number) => `供数：${offices}家，报齐${done}家`,
  boardLine: (name: string, asked: number, given: number) => `${name} ${given}/${asked}`,
  boardChecks: (done: number, all: number) => `核数：${done}/${all}家无误`,

  // Reminding
  nudgeTitle: '催办预览',
  nudgeHint: '只发给还没报齐的，一家一条，只说自家的；末尾都加一句：数还没定也可以先报快报。',
  nudgeYes: '发出去',
  nudgeNo: '先不催',
  nudgeGone: '好，先不催。',
  nudgeText: (name: string, labels: string[], count: number, due: string) =>
    `${name}好，${labels.join('、')}${count > labels.length ? `等${count}项` : ''}还等着用${due === '' ? '' : `，请在${due}前报一下`}。`,
  nudgeEnd: '数还没定也可以先报快报，或者告诉我什么时候能有。',
  nudged: (offices: string[]) => `提醒发给${offices.join('、')}了。`,

  // Figures to confirm
  checkTitle: (office: string) => `${office}：请核对`,
  checkDone: (office: string) => `${office}：核对无误`,
  checkHint: '只有你们报的数和写到稿子里的那几句。没问题点“都无误”；有误就在那一项写上对的数。',
  checkLine: (label: string, value: string) => `${label}：${value}`,
  checkWrong: (label: string) => `${label}有误，应为`,
  checkRight: '都无误',
  checkSend: '交回',
  checkSent: (offices: string[]) => `核数的卡发给${offices.join('、')}了。谁核过，记在每个数后面；数一改，要重新核。`,
  checkKept: (labels: string[]) => `${list(labels)}是你在这里说的，没有发到群里，请另外找人核对。`,
  checkNone: '还没有科室报过数，没有要核的。',
  checkNotYours: (office: string) => `这张卡请${office}来点。`,
  confirmedAll: (name: string, count: number) => `${name}核过${count}个数，都无误。`,
  confirmStep: (office: string, count: number) => `${office}核对${count}个数`,
  nothingToConfirm: '这几个数已经核过了。',
  confirmedBy: (name: string, time: string) => `${name}核对无误（${time}）`,

  // A forwarded record
  emptyRecord: '这段聊天记录里没有文字。把有数的那几句复制过来，我来记。',
  recordEarly: '聊天记录收到了，先说要写哪一份报告；开了头再转一次，我就能按项记。',
  recordDropped: (lines: string[]) => `${lines.map((line) => `“${line}”`).join('、')}记录里说了不写，没记。`,
  recordNothing: (lines: number) => `这${lines}句里没有看到要记的数，都没记。要记哪一句，复制给我就行。`,
  said: (giver: string) => `（${giver}）`,
};
