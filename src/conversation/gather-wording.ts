// What the bot says where a group gathers figures for a report living elsewhere. As wording.ts; decides nothing.
export const gatherWords = {
  sayInGroup: '把我拉进供数的群，在群里@我说“这个群给我的报告供数”，我在这里问你同意不同意。',
  alreadyHere: (title: string) => `这个群里正写着《${title}》，数直接在这里报就行。`,
  whoIs: (name: string) => `没认准“${name}”是谁。请在这条里@本人，例如“这个群给@王芳的报告供数”。`,
  neverMet: (name: string) => `${name}还没和我单聊过。请${name}先单独给我发一句、开好报告，再来这里说一次。`,
  askedOwner: (name: string) => `好，我在和${name}的单聊里问一声，同意了就在这里收数。`,
  nothingOpen: (name: string) =>
    `${name}想在群里给你的报告供数，可你这里还没有在写的报告。先说写哪一份，再请群里说一次。`,
  offerTitle: '在群里收数？',
  offer: (name: string, title: string) =>
    `${name}想让所在的群给《${title}》供数。群里大家看得到各科室要填的问题和各科室在群里报的数；你在这里说的数和稿子，群里看不到。`,
  agree: '同意',
  decline: '不用',
  agreed: '好，以后“发给大家”就发到那个群里；谁报了、谁没报，还在这里看。不收了就说“不在群里收数了”。',
  declined: '好，不在群里收。',
  noGroup: '现在没有群在给这份报告供数。',
  closed: '好，那个群不再收数，报过的都在。',
  begun: (title: string, owner: string) =>
    `这个群给《${title}》供数，清单由${owner}来发。报数请填表单，或者直接@我说；我只点个表情，不多说话。`,
  ended: (title: string) => `《${title}》的数收完了，谢谢大家。这个群我不再收数。`,
  onlyFigures: (owner: string) => `这个群只收数。稿子和进度请${owner}在和我的单聊里看。`,
  due: (due: string) => `请在${due}前报。`,
  noDue: (owner: string) => `${owner}还没定交的时间，早报早好。`,
  whoseAreYou: '你是哪个科室的？说一声“我是国库科的”这样，我就告诉你还要报什么。',
  lacking: (office: string, labels: string[], count: number) =>
    count === 0
      ? `还没有请${office}报的数。`
      : `${office}还要报${count}项：${labels.join('、')}${count > labels.length ? '…' : ''}。`,
  allIn: (office: string) => `${office}的都报齐了，谢谢。`,
  askOwner: (owner: string) => `这个我说了不算，请问${owner}。`,
  notOthers: (owner: string) => `别家报的数我不在这里说，请问${owner}。`,
  inWords: (owner: string) => `要报的数请填表单，或者直接@我打字说；文件和图片请发给${owner}。`,
  sendTable: '好，把表发到群里，再引用它@我说“按这个表为准”；我交给执笔人定，不会直接改。',
  received: '收到',
  waiting: (name: string, text: string) =>
    `供数群里${name}说：“${text}”。那是另一份报告的，先替你留着，切换到那一份就记。`,
  saidThere: (name: string, text: string) => `供数群里${name}说：“${text}”`,
};
