// The words of the walk, in both languages.
import { many, word } from '../../codes';
import { language, phrases } from '../../i18n';

export const t = phrases(
  {
    title: '结对关系漫游',
    shows: (starts: string, parties: number, claims: number) => `从${starts}出发：${parties} 个参与方，由 ${claims} 项结对与共建相连。左岸支援，右岸受援；点一条线，看它的出处。`,
    showsNone: (starts: string, parties: number) => `从${starts}出发：${parties} 个参与方，按现在的筛选与时间，没有一项结对。`,
    brief: (parties: number, claims: number) => `${parties} 个参与方，${claims} 项结对与共建`,
    showsPath: (from: string, to: string) => `${from}与${to}之间的最短路径以粗线标出。`,
    full: '画布已满（1,500 个节点）：请收起或筛选一部分。',
    rail: '所示内容与缘由', canvas: '结对网络图', panel: '所选内容', close: '关闭',
    start: '起点', addStart: '再加一个起点…', removeStart: (name: string) => `移除起点 ${name}`,
    filters: '筛选', kind: '类别', programme: '协作', status: '落实情况', basis: '依据', direction: '方向', all: '全部', places: '显示地点与成员关系',
    clearFilters: '清除筛选', clearAll: '清除筛选与时间', beginAnew: '从头开始', filtered: (n: number) => `筛选（${n}）`,
    directions: { both: '双向', supports: '只看支援谁', supported: '只看受谁支援' },
    path: '两者之间的路径', pathFrom: '从…', pathTo: '到…', findPath: '找路径', clearPath: '清除路径', noPath: '按现在的筛选，两者之间没有路径。', pathLength: (n: number) => `共 ${n} 步。`, samePlace: '请选择两个不同的参与方。', chooseBoth: '请从搜索结果中各选一方。',
    history: '步骤', undo: '撤销', redo: '重做', step: (n: number) => `第 ${n} 步`,
    told: {
      opening: () => '打开页面', address: () => '来自链接', start: (name: string) => `从${name}开始`, add: (name: string) => `加入${name}`, remove: (name: string) => `移除起点${name}`,
      open: (name: string, kind: string) => `展开${name}：${kind}`, shut: (name: string, kind: string) => `收起${name}：${kind}`, shutAll: (name: string) => `收起${name}`, openAll: (name: string) => `展开${name}`,
      hide: (name: string) => `隐藏${name}`, show: () => '恢复隐藏的', pin: (name: string) => `固定${name}`, unpin: (name: string) => `松开${name}`, focus: (name: string) => `以${name}为中心`,
      filter: () => '更改筛选', time: () => '更改时间', path: (from: string, to: string) => `${from}到${to}的路径`, noPath: () => '清除路径', arrange: () => '更改布局', depth: (n: string) => `看到 ${n} 步远`,
    },
    depth: '从起点看几步', fit: '全部显示', zoomIn: '放大', zoomOut: '缩小', shores: '两岸', free: '自由', arrangement: '布局', table: '表格', help: '引导', link: '复制链接', linkCopied: '链接已复制', linkFailed: '请从地址栏复制',
    save: '导出', saves: (parties: number, claims: number) => `所示的 ${parties} 个参与方、${claims} 项结对与共建：`, png: '图片 PNG', svg: '矢量图 SVG', graphml: '网络 GraphML', csv: '表格 CSV',
    caption: (starts: string, parties: number, claims: number, filters: string, day: string, revision: number) =>
      `${[`从${starts}出发：${parties} 个参与方，${claims} 项结对与共建`, ...(filters === '' ? [] : [`筛选：${filters}`]), ...(day === '' ? [] : [`${day}仍有效的`]), `pairgraph 修订 ${revision}`].join('；')}`,
    hiddenOnes: (n: number) => `已隐藏 ${n} 个`, showHidden: '恢复显示', allHidden: '其余的都连在隐藏的参与方上', allHiddenHint: '起点已隐藏，由它引出的也就不显示。可以恢复显示，或换一个起点。',
    time: '时间', allTimes: '全部时间', timeAt: (day: string) => `${day}仍有效的`, play: '播放', pause: '暂停', begins: (n: number, day: string) => `${day}：${n} 项开始或见于记载`,
    legend: '图例', legends: { supporter: '支援方', supported: '受援方', both: '两种身份', solid: '原文明载', dashed: '计划中', dotted: '推断', faded: '已结束', thick: '线越粗，数目越大', knot: '几方共同支援，结为一束', place: '所在地、成员', group: '计数群组' },
    area: '地区（大小按级别）', more: (n: number) => `还有 ${n} 个`,
    tabs: { claims: (n: number) => `结对与共建（${n}）`, parties: (n: number) => `参与方（${n}）` },
    supporters: '支援方', supportedOnes: '受援方', when: '时间', links: '数目', name: '名称', place: '所在地', role: '身份', hidden: '未显示的', none: '按现在的筛选与时间，没有结对。', noneHint: '放宽筛选或时间，或换一个起点。',
    roles: { supporter: '支援', supported: '受援', both: '支援与受援', none: '—' },
    page: '打开详情页', expand: '展开', expandAll: '全部展开', collapse: '收起', hide: '隐藏', pin: '固定', unpin: '松开', focus: '设为中心', pathHere: '找路径', startHere: '加为起点',
    neighbours: '直接相邻', below: '辖区内', supports: (n: number) => `支援 ${n}`, isSupported: (n: number) => `受援 ${n}`, notShown: '尚未显示', allShown: '相邻的都已显示。',
    idle: '未见结对的下级与机构', within: '所在地', member: '具名成员', inside: (kind: string) => kind,
    group: (count: string) => `计数群组：${count}`, named: (n: number, measure: string) => (n === 0 ? '文件没有逐一点名' : `其中 ${n} ${measure}具名`), remainder: (n: number, measure: string) => `其余 ${n} ${measure}未具名`, unknownRemainder: '其余未具名，数目不确',
    claimOf: { pairing: '结对', coBuilding: '共建' }, evidence: '出处', builds: '共建内容', note: '说明', partOf: '属于', parts: '包含', figures: '相关数据', events: '相关活动', linksAtLeast: (n: number) => `至少 ${n} 对`,
    disputed: '各方说法不一', disputedHint: '两份记载互相排斥，并列如下：', thisClaim: '本项', otherClaim: '另一说', coordinates: '行政区划代码', otherNames: '又名',
    guide: {
      next: '下一步', back: '上一步', done: '开始使用', skip: '跳过', of: (n: number, all: number) => `${n} / ${all}`, title: '五步看懂这张图',
      one: '左岸是支援方，右岸是受援方。每条线是一项断言：从青色流向琥珀色，就是从支援方到受援方。', two: '点一个名字，旁边会出现“学校 274 ▸”这样的小标签：先看数目，再决定展开哪一类。', three: '点一条线，就会看到这项结对、它的时间和出处：哪份文件、哪几行。',
      four: '拖动下方的时间轴，看某一天仍有效的结对；筛选里可按类别、协作、落实情况选择。', five: '每一步都能撤销；地址栏始终是眼前这张图的链接；也可以导出图片、表格和 GraphML。',
    },
    pictured: (parties: number, claims: number) => `图中现有 ${parties} 个参与方、${claims} 项结对与共建`, chosen: (name: string, role: string, more: number) => [`已选${name}`, ...(role === '' ? [] : [role]), more > 0 ? `还有 ${more} 个未显示` : '相邻的都已显示'].join('，'), chosenTie: (from: string, to: string) => `已选结对：${from} → ${to}`,
    keys: '键盘：方向键在参与方之间移动，回车展开，H 隐藏，P 固定，F 设为中心，+ 和 − 缩放，0 全部显示，T 表格，Ctrl+Z 撤销。',
    counting: '正在读取网络…', arranging: '正在布局', working: '正在读取…', and: '、', storeEmpty: '这里还没有数据', storeEmptyHint: '请导入一个来源：./pairgraph import FILE',
    sheets: { rail: '筛选与步骤', panel: '所选', table: '表格' }, planned: '计划', inferred: '推断', ended: '已结束', chips: '展开哪一类', stopped: '已停止读取', stoppedHint: '什么也没有改变。', goOn: '继续读取',
  },
  {
    title: 'Walk the pairings',
    shows: (starts: string, parties: number, claims: number) => `Starting from ${starts}: ${parties} parties tied by ${claims} pairings and joint sites. Supporters on the left shore, supported on the right; select a line to see where it is said.`,
    showsNone: (starts: string, parties: number) => `Starting from ${starts}: ${parties} parties, and no pairing under the present filters and time.`,
    brief: (parties: number, claims: number) => `${parties} parties, ${claims} pairings and joint sites`,
    showsPath: (from: string, to: string) => `The shortest paths between ${from} and ${to} are drawn bold.`,
    full: 'The canvas is full (1,500 nodes): collapse or filter some.',
    rail: 'What is shown and why', canvas: 'Network of pairings', panel: 'What is selected', close: 'Close',
    start: 'Start', addStart: 'Add another start …', removeStart: (name: string) => `Remove the start ${name}`,
    filters: 'Filters', kind: 'Kind', programme: 'Programme', status: 'Status', basis: 'Basis', direction: 'Direction', all: 'all', places: 'Show places and members',
    clearFilters: 'Clear filters', clearAll: 'Clear filters and time', beginAnew: 'Begin anew', filtered: (n: number) => `Filters (${n})`,
    directions: { both: 'both ways', supports: 'whom they support', supported: 'who supports them' },
    path: 'Path between two', pathFrom: 'From …', pathTo: 'To …', findPath: 'Find the path', clearPath: 'Clear the path', noPath: 'Under the present filters no path joins the two.', pathLength: (n: number) => `${n} ${n === 1 ? 'step' : 'steps'}. `, samePlace: 'Choose two different parties.', chooseBoth: 'Choose each of them from what the search finds.',
    history: 'Steps', undo: 'Undo', redo: 'Redo', step: (n: number) => `Step ${n}`,
    told: {
      opening: () => 'Opened the page', address: () => 'Came by a link', start: (name: string) => `Began at ${name}`, add: (name: string) => `Added ${name}`, remove: (name: string) => `Removed the start ${name}`,
      open: (name: string, kind: string) => `Opened ${name}: ${kind}`, shut: (name: string, kind: string) => `Collapsed ${name}: ${kind}`, shutAll: (name: string) => `Collapsed ${name}`, openAll: (name: string) => `Opened ${name}`,
      hide: (name: string) => `Hid ${name}`, show: () => 'Showed what was hidden', pin: (name: string) => `Pinned ${name}`, unpin: (name: string) => `Unpinned ${name}`, focus: (name: string) => `Centred on ${name}`,
      filter: () => 'Changed the filters', time: () => 'Changed the time', path: (from: string, to: string) => `Path from ${from} to ${to}`, noPath: () => 'Cleared the path', arrange: () => 'Changed the layout', depth: (n: string) => `Looked ${n} steps far`,
    },
    depth: 'Steps from the start', fit: 'Show all', zoomIn: 'Zoom in', zoomOut: 'Zoom out', shores: 'Shores', free: 'Free', arrangement: 'Layout', table: 'Table', help: 'Guide', link: 'Copy link', linkCopied: 'Link copied', linkFailed: 'Copy it from the address bar',
    save: 'Export', saves: (parties: number, claims: number) => `What is shown, ${parties} parties and ${claims} pairings and joint sites, as:`, png: 'Picture PNG', svg: 'Drawing SVG', graphml: 'Network GraphML', csv: 'Table CSV',
    caption: (starts: string, parties: number, claims: number, filters: string, day: string, revision: number) =>
      [`From ${starts}: ${parties} parties, ${claims} pairings and joint sites`, ...(filters === '' ? [] : [`filters: ${filters}`]), ...(day === '' ? [] : [`holding on ${day}`]), `pairgraph, revision ${revision}`].join('; '),
    hiddenOnes: (n: number) => `${n} hidden`, showHidden: 'Show them', allHidden: 'All the rest hangs on what is hidden', allHiddenHint: 'The start is hidden, and with it all that it leads to. Show it again, or begin elsewhere.',
    time: 'Time', allTimes: 'All times', timeAt: (day: string) => `holding in ${day}`, play: 'Play', pause: 'Pause', begins: (n: number, day: string) => `${day}: ${n} begin or are first recorded`,
    legend: 'Legend', legends: { supporter: 'supporter', supported: 'supported', both: 'both roles', solid: 'stated', dashed: 'planned', dotted: 'inferred', faded: 'ended', thick: 'the thicker, the more', knot: 'several support together', place: 'place, member', group: 'counted group' },
    area: 'area (size by level)', more: (n: number) => `${n} more`,
    tabs: { claims: (n: number) => `Pairings and joint sites (${n})`, parties: (n: number) => `Parties (${n})` },
    supporters: 'Supporters', supportedOnes: 'Supported', when: 'When', links: 'Count', name: 'Name', place: 'Place', role: 'Role', hidden: 'Not shown', none: 'No pairing under the present filters and time.', noneHint: 'Loosen the filters or the time, or begin elsewhere.',
    roles: { supporter: 'supports', supported: 'is supported', both: 'both', none: '—' },
    page: 'Open its page', expand: 'Expand', expandAll: 'Expand all', collapse: 'Collapse', hide: 'Hide', pin: 'Pin', unpin: 'Unpin', focus: 'Centre here', pathHere: 'Path from here', startHere: 'Add as start',
    neighbours: 'Directly tied', below: 'Within it', supports: (n: number) => `supports ${n}`, isSupported: (n: number) => `supported by ${n}`, notShown: 'Not shown yet', allShown: 'All its neighbours are shown.',
    idle: 'places and bodies without pairings', within: 'place around', member: 'named members', inside: (kind: string) => kind,
    group: (count: string) => `Counted group: ${count}`, named: (n: number) => (n === 0 ? 'none of them named' : `${n} of them named`), remainder: (n: number) => `the other ${n} not named`, unknownRemainder: 'the others not named, their number not exact',
    claimOf: { pairing: 'Pairing', coBuilding: 'Joint site' }, evidence: 'Where it is said', builds: 'What is built', note: 'Note', partOf: 'Part of', parts: 'Parts', figures: 'Figures', events: 'Events', linksAtLeast: (n: number) => `at least ${n} links`,
    disputed: 'Documents disagree', disputedHint: 'Two records exclude each other; side by side:', thisClaim: 'This claim', otherClaim: 'The other', coordinates: 'Administrative code', otherNames: 'Also called',
    guide: {
      next: 'Next', back: 'Back', done: 'Start walking', skip: 'Skip', of: (n: number, all: number) => `${n} / ${all}`, title: 'Read this picture in five steps',
      one: 'The left shore supports, the right shore is supported. Each line is a claim: it runs from teal into amber, from supporter to supported.', two: 'Select a name and small chips appear, such as “schools 274 ▸”: see the number first, then choose what to expand.', three: 'Select a line to see the pairing, its dates, and where it is said: which document, which lines.',
      four: 'Drag the time below to see what holds on a day; the filters choose by kind, programme and status.', five: 'Every step can be undone; the address bar is always the link to this very picture; pictures, tables and GraphML can be exported.',
    },
    pictured: (parties: number, claims: number) => `The picture now has ${parties} parties, ${claims} pairings and joint sites`, chosen: (name: string, role: string, more: number) => [`${name} is selected`, ...(role === '' ? [] : [role]), more > 0 ? `${more} not shown` : 'all its neighbours are shown'].join(', '), chosenTie: (from: string, to: string) => `The tie from ${from} to ${to} is selected`,
    keys: 'Keyboard: arrows move between parties, Enter expands, H hides, P pins, F centres, + and − zoom, 0 shows all, T opens the table, Ctrl+Z undoes.',
    counting: 'Reading the network …', arranging: 'Arranging', working: 'Reading …', and: ', ', storeEmpty: 'There is no data here yet', storeEmptyHint: 'Import a source: ./pairgraph import FILE',
    sheets: { rail: 'Filters and steps', panel: 'Selected', table: 'Table' }, planned: 'planned', inferred: 'inferred', ended: 'ended', chips: 'What to expand', stopped: 'Reading was stopped', stoppedHint: 'Nothing has changed.', goOn: 'Read on',
  },
);

/** What a step leads to, as a chip says it: 学校, schools, named members. */
export function stepName(kind: string): string {
  if (kind === 'idle') return t.value.idle;
  if (kind === 'within') return t.value.within;
  if (kind === 'member') return t.value.member;
  if (kind.startsWith('in-')) return t.value.inside(many(kind.slice(3)));
  return language.value === 'zh' ? word('kind', kind) : many(kind);
}
