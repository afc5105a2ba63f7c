// Words of formal Chinese that say nothing about the world by themselves, so that a writer may add them to a fact. Data only.

/** Verbs of doing, manner, aim and connection; general nouns of the genre. No deed, no result, no name. */
export const formalWords: readonly string[] = [
  ...'我 我局 本局 自己 具体 主要 重点 首先 其次 同时 此外 并且 其中 以及 先后 逐项 逐条 逐一 逐步 分别 及时 定期 全年 年内 今年 本年度 日常 平时'.split(
    ' ',
  ),
  ...'组织 组织了 开展 开展了 推动 推进 落实 抓好 抓实 抓住 做好 做到 做了 举办 召开 制定 修订 印发 建立 健全 完善 实施 采取 通过 利用 用好 发挥 加强 强化 深化 细化 优化 坚持 注重 突出 围绕 聚焦 紧扣 针对 对照 结合 立足 依托 按照 根据 要求 部署 研究 谋划 安排 统筹 协调 督促 指导 检查 引导 带动 帮助 支持 服务 保障 促进 确保 形成 明确 压实 夯实 筑牢 守住 守牢 参加 参与 学习 宣传 宣讲 讨论 交流 总结 完成 办好 解决 回应'.split(
    ' ',
  ),
  ...'认真 扎实 切实 深入 严格 规范 有序 有效 稳步 持续 不断 进一步 积极 主动 全力 着力 力求 努力 更加 更好 从严 从实 重在 贵在'.split(
    ' ',
  ),
  ...'工作 任务 责任 职责 制度 机制 举措 措施 做法 方式 形式 办法 环节 方面 情况 问题 要求 内容 目标 成果 实际 基础 关键 抓手 载体 阵地 平台 过程 全过程 全局 局党组 党组 支部 各支部 党员 党员干部 干部 干部职工 职工 群众 班子 班子成员 书记 单位 部门 各部门 基层 一线 队伍'.split(
    ' ',
  ),
  ...'的 了 和 与 及 等 在 对 把 将 为 以 从 到 由 向 用 让 使 也 都 又 再 并 而 还 就 地 得 着 是 有 其 各 每 上 中 下 后 前 里 内 之 这 这些 所 起来 下去 出来 下来 一起 一道 一批 一项 一条 一次 一方面 另一方面 既 更 才 能 要 会 去 来 好'.split(
    ' ',
  ),
];

/** In these a negation negates nothing. */
export const harmlessNegations =
  /不断|不折不扣|不懈|不忘|毫不|不仅|不但|不光|不只|驰而不息|锲而不舍|坚定不移|持之以恒|一刻不停|雷打不动|必不可少|无缝|无私|分不开|离不开|不走过场|不留死角|没收|难题|难点|困难|急难|无障碍|未来|未成年|不动产|不可移动|缺口|无偿|非常|莫过于/gu;

export const negations = /[未没不无非缺欠莫勿否难]|滞后|薄弱|停留|流于|下降|减少|降低|下滑/gu;

/** Who did it. One who is named in a fact must stay named. */
export const actors =
  /机关党委|机关纪委|党组(?!会|理论)|党委(?!会)|党总支|党支部|各支部|支部书记|班子成员|分管领导|分管局长|各科室|有关科室|相关科室|工会|团委|妇联|办公室|前任|老局长|原党组书记/gu;

/** Doing it in person: only the person may have said so. */
export const inPerson = /亲自|亲手|带头|牵头|主持|带队|我(?!局|市|省|县|区|们|国|党|院|馆|校)/gu;

/** Those who may do something to one another: their order says who did. */
export const partiesNamed = /机关党委|党组|支部书记|支部|班子|领导|干部|职工|群众|科室|企业|党员|专家|预算处|市局/gu;
