// What the query page calls things, in both languages.
import { plainNumber } from '../format';
import { phrases } from '../i18n';

export const words = phrases(
  {
    title: '查询', editor: 'SPARQL 查询编辑器', hint: 'Ctrl+Enter 运行，Ctrl+空格 补全', run: '运行', stop: '停止', running: '正在查询…', examples: '示例', search: '查找示例…', none: '没有这样的示例',
    blank: '新查询', parameters: '参数', choose: '选一个地方、学校或协作…', chosen: (name: string) => `已选：${name}`, result: '结果', table: '表格', chart: '图表', map: '地图', graph: '关系图', raw: '原始', views: '结果的显示方式',
    rows: (n: number) => `${plainNumber(n)} 行`, triples: (n: number) => `${plainNumber(n)} 条三元组`, of: (from: number, to: number, all: number) => `第 ${plainNumber(from)}–${plainNumber(to)} 行，共 ${plainNumber(all)} 行`, previous: '上一页', next: '下一页',
    cut: '结果太大，服务器只返回了前面一部分。请缩小范围，或分批查询。', revision: '修订', newest: '最新', atRevision: (n: number) => `修订 ${n}`, time: (ms: number) => (ms < 1000 ? `${ms} 毫秒` : `${(ms / 1000).toFixed(1)} 秒`),
    empty: '没有结果', emptyHint: '查询是正确的，但没有数据符合。检查名称、前缀和条件，或从示例开始。', yes: '是', no: '否', download: '下载', share: '复制链接', copied: '已复制', notCopied: '请从地址栏复制', selectIt: '无法复制，请手动选取', cite: '引用', stopped: '查询已停止。数据没有变化。', stoppedHint: '服务器最迟在查询的时限到时停下它。',
    mistake: (line: number, column: number) => `第 ${line} 行第 ${column} 列有误`, first: '从示例开始，或写下自己的查询，然后运行。', firstHint: '想知道什么？示例按主题排列，选一个就能看到结果。', shape: '图形', bar: '条形图', line: '折线图', pie: '饼图',
    left: (n: number) => `另有 ${plainNumber(n)} 条边没有画出`, savePng: 'PNG 图片', saveSvg: 'SVG 矢量图', csv: 'CSV（Excel）', json: 'JSON', tsv: 'TSV', xml: 'XML', turtle: 'Turtle', ntriples: 'N-Triples', jsonld: 'JSON-LD', rdfxml: 'RDF/XML',
    citing: '正在登记引用…', notCitable: '这个查询每次可能得到不同的回答，因此不能引用。常见的原因：有 LIMIT 而没有唯一的次序。请按能区分每一行的变量排序，或去掉 LIMIT、NOW、RAND。', citeText: '文献著录', bibtex: 'BibTeX', csl: 'CSL-JSON', copy: '复制', openCitation: '打开引用页', close: '关闭', citeHint: '引用固定了查询、修订和结果的摘要：日后打开，会重新运行并说明结果是否仍然一致。',
    subject: '主语', predicate: '谓语', object: '宾语', groups: { pairings: '结对', figures: '数字', time: '时间', places: '地方', evidence: '出处', quality: '质量' }, unmarked: (n: number) => `${n} 个地方没有坐标，未标出`, required: '必填',
    mistakes: {
      ends: '查询还没有写完就结束了。', cannotStand: (text: string) => `这里不能是“${text}”。`, unread: (text: string) => `这里的“${text}”不是 SPARQL 认得的写法。`, open: (text: string) => `“${text}”没有结束：缺少后一个引号或尖括号。`,
      noPrefix: (name: string, prefix: string) => `“${name}”的前缀没有声明：请在开头加上 PREFIX ${prefix}: <…>。`, instead: '这里可以是', iri: 'IRI 或带前缀的名称', variable: '变量', blankNode: '空白节点', number: '数字', text: '引号里的文字', raw: '服务器的原话',
    },
  },
  {
    title: 'Query', editor: 'SPARQL query editor', hint: 'Ctrl+Enter runs, Ctrl+Space completes', run: 'Run', stop: 'Stop', running: 'Asking …', examples: 'Examples', search: 'Find an example …', none: 'There is no such example',
    blank: 'New query', parameters: 'Parameters', choose: 'Choose a place, school or programme …', chosen: (name: string) => `chosen: ${name}`, result: 'Result', table: 'Table', chart: 'Chart', map: 'Map', graph: 'Graph', raw: 'Raw', views: 'How to show the result',
    rows: (n: number) => (n === 1 ? '1 row' : `${plainNumber(n)} rows`), triples: (n: number) => (n === 1 ? '1 triple' : `${plainNumber(n)} triples`), of: (from: number, to: number, all: number) => `Rows ${plainNumber(from)}–${plainNumber(to)} of ${plainNumber(all)}`, previous: 'Previous', next: 'Next',
    cut: 'The result is too large: the server gave the first part of it only. Ask for less, or in parts.', revision: 'Revision', newest: 'newest', atRevision: (n: number) => `revision ${n}`, time: (ms: number) => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`),
    empty: 'Nothing found', emptyHint: 'The query is right, but no data fits it. Check names, prefixes and conditions, or start from an example.', yes: 'Yes', no: 'No', download: 'Download', share: 'Copy link', copied: 'Copied', notCopied: 'Copy it from the address bar', selectIt: 'Cannot copy: select it by hand', cite: 'Cite', stopped: 'The query was stopped. Nothing has changed.', stoppedHint: 'The server lets go of it at the latest at its deadline.',
    mistake: (line: number, column: number) => `A mistake in line ${line}, column ${column}`, first: 'Start from an example, or write your own, and run it.', firstHint: 'What do you want to know? The examples are sorted by topic; choose one and see its result.', shape: 'Shape', bar: 'Bars', line: 'Lines', pie: 'Pie',
    left: (n: number) => `${plainNumber(n)} more edges are not drawn`, savePng: 'PNG picture', saveSvg: 'SVG drawing', csv: 'CSV (Excel)', json: 'JSON', tsv: 'TSV', xml: 'XML', turtle: 'Turtle', ntriples: 'N-Triples', jsonld: 'JSON-LD', rdfxml: 'RDF/XML',
    citing: 'Registering the citation …', notCitable: 'This query may answer differently each time, so it cannot be cited. Often a LIMIT without a definite order is the reason: order by variables that tell every row apart, or take LIMIT, NOW and RAND away.', citeText: 'Reference', bibtex: 'BibTeX', csl: 'CSL-JSON', copy: 'Copy', openCitation: 'Open the citation', close: 'Close', citeHint: 'A citation fixes the query, the revision and a digest of the result: whoever opens it later sees it run again, and whether it still answers the same.',
    subject: 'Subject', predicate: 'Predicate', object: 'Object', groups: { pairings: 'Pairings', figures: 'Figures', time: 'Time', places: 'Places', evidence: 'Evidence', quality: 'Quality' }, unmarked: (n: number) => (n === 1 ? '1 place has no coordinates and is not shown' : `${n} places have no coordinates and are not shown`), required: 'required',
    mistakes: {
      ends: 'The query ends before it is complete.', cannotStand: (text: string) => `“${text}” cannot stand here.`, unread: (text: string) => `“${text}” is nothing that SPARQL knows.`, open: (text: string) => `“${text}” does not end: its closing quote or bracket is missing.`,
      noPrefix: (name: string, prefix: string) => `The prefix of “${name}” is not declared: begin the query with PREFIX ${prefix}: <…>.`, instead: 'Here may stand', iri: 'an IRI or prefixed name', variable: 'a variable', blankNode: 'a blank node', number: 'a number', text: 'text in quotes', raw: 'What the server says',
    },
  },
);
