// Faults planted into the correct texts beside this file: what stood there, and what stands there instead. Data only.

export interface Plant {
  text: 'education' | 'health' | 'company' | 'street';
  kind:
    | 'formulation'
    | 'homophone'
    | 'figures'
    | 'punctuation'
    | 'numeral'
    | 'name'
    | 'missing'
    | 'numbering'
    | 'heading';
  from: string;
  to: string;
}

const plant = (text: Plant['text'], kind: Plant['kind'], from: string, to: string): Plant => ({ text, kind, from, to });

export const plants: Plant[] = [
  plant('education', 'formulation', '第一责任人职责', '第一责任人责任'),
  plant('education', 'formulation', '增强“四个意识”、坚定“四个自信”', '坚定“四个意识”、增强“四个自信”'),
  plant('education', 'formulation', '深刻领悟“两个确立”', '深刻领悟两个确立'),
  plant('education', 'formulation', '意识形态工作责任制', '意识形态责任制'),
  plant('education', 'formulation', '“一岗双责”', '“一岗双职”'),
  plant('education', 'formulation', '落实“三会一课”', '落实三会一课'),
  plant('education', 'homophone', '民主集中制', '民主集中治'),
  plant('education', 'homophone', '末位表态', '未位表态'),
  plant('education', 'homophone', '带头学习', '带头学习贯撤上级精神'),
  plant('education', 'homophone', '警示教育大会', '警视教育大会'),
  plant('education', 'homophone', '整改到位', '整改到为'),
  plant('education', 'figures', '其中农村学校150名、城区学校60名', '其中农村学校250名、城区学校60名'),
  plant('education', 'figures', '增加0.4亿元，增长20%', '增加0.4亿元，增长25%'),
  plant('education', 'figures', '群众满意度达96.5%，比上年提高2.1个百分点', '群众满意度达96.5%，比上年提高2.1%'),
  plant('education', 'punctuation', '发展党员中青年教师占八成以上。', '发展党员中青年教师占八成以上。。'),
  plant('education', 'punctuation', '宣传栏、网站和公众号', '宣传栏、网站、和公众号'),
  plant('education', 'punctuation', '有的活动形式单一，对', '有的活动形式单一,对'),
  plant('education', 'numeral', '抽查会议记录120份', '抽查会议记录近120余份'),
  plant('education', 'numeral', '2025年1月8日', '2025年13月8日'),
  plant('education', 'numeral', '以开展党纪学习教育为主线', '以开展主题教育为主线'),
  plant('education', 'name', '局党组会议', '局党委会议'),
  plant('education', 'missing', '以上述职，请予评议。\n', ''),
  plant('education', 'missing', '\n王芳\n2025年1月8日', ''),
  plant('education', 'numbering', '二是严格制度。', '三是严格制度。'),
  plant('education', 'numbering', '三、突出立德树人', '四、突出立德树人'),
  plant('education', 'heading', '二、健全组织体系，持续建强战斗堡垒', '二、组织体系建设情况'),

  plant('health', 'formulation', '获得感、幸福感、安全感', '幸福感、获得感、安全感'),
  plant('health', 'formulation', '习近平新时代中国特色社会主义思想为指导', '习近平新时代特色社会主义思想为指导'),
  plant('health', 'homophone', '高质量发展', '高质量发展，全面落实党风联政建设要求'),
  plant('health', 'homophone', '集中整治', '集中整制'),
  plant('health', 'homophone', '决策', '决策'),
  plant('health', 'homophone', '安全生产检查', '安全生产检察'),
  plant('health', 'homophone', '应急演练', '应急演炼'),
  plant('health', 'homophone', '坚强领导', '艰强领导'),
  plant('health', 'homophone', '适龄儿童', '适玲儿童'),
  plant('health', 'figures', '由35分钟缩短到21分钟，缩短40%', '由35分钟缩短到21分钟，缩短30%'),
  plant('health', 'figures', '占比达61.3%，比上年提高3.4个百分点', '占比达61.3%，比上年提高3.4%'),
  plant('health', 'figures', '7家社区卫生服务中心缺编', '9家社区卫生服务中心缺编'),
  plant('health', 'punctuation', '（二）深化医改', '（二）、深化医改'),
  plant('health', 'punctuation', '“一站式”服务中心', '“一站式服务中心'),
  plant('health', 'punctuation', '感谢信、锦旗312件', '感谢信,锦旗312件'),
  plant('health', 'numeral', '义诊活动140余场', '义诊活动约140余场'),
  plant('health', 'numeral', '开展安全生产检查96次', '开展安全生产检查九十六次'),
  plant('health', 'numeral', '65岁以上老年人', '65 岁以上老年人'),
  plant('health', 'numeral', '同比增长18.2%', '同比增长百分之18.2'),
  plant('health', 'name', '家庭医生签约', '家庭医声签约'),
  plant(
    'health',
    'missing',
    '二、存在的主要问题\n一是基层人才不足，7家社区卫生服务中心缺编41人。二是优质资源分布不均，东片区居民就医仍不方便。三是信息系统互联互通程度不高，数据重复填报较多。\n',
    '',
  ),
  plant('health', 'numbering', '（四）办好实事', '（五）办好实事'),
  plant('health', 'numeral', '2023年12月26日', '2023年12月32日'),

  plant('company', 'formulation', '把方向、管大局、保落实', '保落实、把方向、管大局'),
  plant('company', 'formulation', '中央八项规定精神', '中央八项规章精神'),
  plant('company', 'formulation', '全面从严治党主体责任', '从严治党主体责任'),
  plant('company', 'homophone', '党风廉政建设', '党风廉正建设'),
  plant('company', 'homophone', '谈心谈话', '谈新谈话'),
  plant('company', 'homophone', '提质增效', '提制增效'),
  plant('company', 'homophone', '薄弱环节', '簿弱环节'),
  plant('company', 'figures', '整改问题28个，完成27个', '整改问题28个，其中完成29个'),
  plant('company', 'figures', '由11.4%降至9.8%，下降1.6个百分点', '由11.4%降至9.8%，下降1.6%'),
  plant('company', 'punctuation', '修订党委前置研究讨论', '修订党委，、前置研究讨论'),
  plant('company', 'punctuation', '“我为群众办实事”活动', '"我为群众办实事"活动'),
  plant('company', 'punctuation', '招标采购、工程变更等', '招标采购、工程变更、等'),
  plant('company', 'numeral', '营业收入36.8亿元，同比增长5.2%', '营业收入36余亿元，同比增长5.2%'),
  plant('company', 'numeral', '轮训支部书记48名', '轮训支部书记近48名左右'),
  plant('company', 'numeral', '2026年底前', '26年底前'),
  plant('company', 'name', '集团党委下设', '集团党组下设'),
  plant('company', 'name', '东城水厂扩建工程', '东城水厂扩建工程和《供水服务管理办法》《供水服务管理方法》'),
  plant(
    'company',
    'missing',
    '去年述职评议反馈的3个问题已全部整改，其中人才引进渠道单一的问题通过校企合作得到改善，引进专业人才32名。',
    '',
  ),
  plant(
    'company',
    'missing',
    '四、下一步努力方向\n一是谋划“十五五”发展，编制好集团五年规划。二是加快智慧水务平台建设，2026年底前实现管网监测全覆盖。三是完善考核激励办法，让实干者得实惠。\n',
    '',
  ),
  plant('company', 'numeral', '五年规划', '五年规划，落实二0二五年目标'),

  plant('street', 'formulation', '走访经营主体', '走访市场主体'),
  plant('street', 'formulation', '新时代“枫桥经验”', '新时代“枫桥经念”'),
  plant('street', 'formulation', '统筹发展和安全', '统筹安全和发展'),
  plant('street', 'formulation', '群众急难愁盼问题', '群众愁难急盼问题'),
  plant('street', 'homophone', '焕然一新', '涣然一新'),
  plant('street', 'homophone', '矛盾纠纷', '矛盾纠份'),
  plant('street', 'homophone', '党建引领基层治理', '党建引岭基层治理'),
  plant('street', 'homophone', '形式主义', '形势主义'),
  plant('street', 'homophone', '部署', '部署'),
  plant('street', 'figures', '认领服务项目430个，办结412个，办结率95.8%', '认领服务项目430个，办结412个，办结率98.5%'),
  plant('street', 'figures', '引进项目15个，其中亿元以上项目4个', '引进项目15个，其中亿元以上项目18个'),
  plant('street', 'figures', '由平均12块减至4块', '由平均12块减至4块，减少3倍'),
  plant('street', 'punctuation', '停车难、飞线充电等问题', '停车难、飞线充电等问题）'),
  plant('street', 'punctuation', '抓党建、强队伍，', '抓党建、强队伍，，'),
  plant('street', 'punctuation', '二是开展', '二是开展'),
  plant('street', 'numeral', '新增泊位1500个', '新增泊位1千5百个'),
  plant('street', 'numeral', '后备干部2名以上', '后备干部二、三名'),
  plant('street', 'numeral', '4个社区', '4个社区'),
  plant('street', 'numeral', '1340件', '1340 件'),
  plant(
    'street',
    'name',
    '城关街道党工委、办事处坚持',
    '城关街道党工委、办事处坚持“三长共治”机制、推广“三长公治”机制，坚持',
  ),
  plant('street', 'missing', '三、2025年工作思路', '三、结语'),
  plant('street', 'numbering', '四是抓民生', '五是抓民生'),
  plant('street', 'heading', '二、存在的不足', '三、存在的不足'),
].filter(({ from, to }) => from !== to);
