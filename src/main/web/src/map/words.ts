// What the map calls things, in both languages.
import type { RollUpEdge } from '../api';
import { many } from '../codes';
import { plainNumber } from '../format';
import { phrases } from '../i18n';

export const words = phrases(
  {
    title: '地图', intro: '每条弧线从支援方指向受援方，越粗表示结对越多。点一条弧线或一个地方，看它的依据。', supporter: '支援方', supported: '受援方',
    level: '汇总到', levels: { province: '省', city: '市', county: '县' }, kinds: '类别', allKinds: '全部', statuses: '状态', bases: '依据', programme: '协作',
    year: '截至年份', allYears: '全部年份', untilYear: (year: string) => `截至 ${year} 年`, play: '逐年播放', pause: '停止播放', filters: '筛选', reset: '全部恢复',
    stated: '原文所载', below: '下级合计', atLeast: '至少', named: '具名', remainder: '其余', kind: '类别', date: '日期', open: '查看',
    statedHint: '有文件就这两个地方给出的数', belowHint: '下一级各对地方之和，每对只算一次', namedHint: '双方名称都已知的', remainderHint: '只知数量、不知名称的',
    byProgramme: '按协作范围归位', byProgrammeHint: '原文没有写明这个群组在哪里，按其协作项目的范围归到这里', pairs: (n: number) => `${plainNumber(n)} 对地方`, total: (n: string) => `至少 ${n} 个结对`,
    others: (n: number) => `另有 ${n} 条同处断言，未计入合计`, table: '表格', map: '地图', close: '关闭', walk: '从这里漫游', walkBoth: '漫游这一对', page: '条目页',
    unplaced: (n: number) => `有 ${plainNumber(n)} 条断言的一方高于这一级或没有地点，这里没有画出。`, noPoint: (n: number) => `${n} 个地方没有坐标，未在图上标出：`, more: (n: number) => `再显示 ${n} 行`,
    drawn: (n: number, all: number) => `只画出最多的 ${n} 对（共 ${plainNumber(all)} 对）；表格列出全部。`, empty: '没有符合条件的结对', emptyHint: '换一个级别、年份或类别试试。',
    evidence: '出处', documents: '文件', readingDocument: '正在读取出处…', noClaim: '没有文件就这两个地方直接给出数字；数字来自下级地方。', point: '坐标', pointFrom: (source: string) => `来源 ${source}`,
    points: '坐标：', approval: '底图：', export: '导出', png: 'PNG 图片', svg: 'SVG 矢量图', csv: 'CSV 表格（Excel）',
    link: '复制链接', copied: '已复制', notCopied: '请从地址栏复制', legend: '图例',
    outgoing: '支援', incoming: '受援', whatStates: '每条弧线旁的数字：各类结对至少有多少。', planned: '计划中的以虚线表示',
  },
  {
    title: 'Map', intro: 'Each arc runs from a supporter to a supported place; the thicker, the more pairings. Choose an arc or a place to see what it rests on.', supporter: 'Supporter', supported: 'Supported',
    level: 'Roll up to', levels: { province: 'Province', city: 'City', county: 'County' }, kinds: 'Kinds', allKinds: 'All', statuses: 'Status', bases: 'Basis', programme: 'Programme',
    year: 'Up to', allYears: 'all years', untilYear: (year: string) => `up to ${year}`, play: 'Play the years', pause: 'Stop', filters: 'Filters', reset: 'Reset', stated: 'Stated', below: 'Below', atLeast: 'At least',
    named: 'Named', remainder: 'Others', kind: 'Kind', date: 'Date', open: 'Show', statedHint: 'What a document says of exactly these two places',
    belowHint: 'The pairs of places one level down, each counted once', namedHint: 'Known by the names of both parties', remainderHint: 'Known as a number only', byProgramme: 'placed by programme',
    byProgrammeHint: 'No document says where this group is; it stands in the area of its programme', pairs: (n: number) => (n === 1 ? '1 pair of places' : `${plainNumber(n)} pairs of places`), total: (n: string) => `at least ${n} links`,
    others: (n: number) => (n === 1 ? '1 more claim of these places, not added up' : `${n} more claims of these places, not added up`), table: 'Table', map: 'Map', close: 'Close', walk: 'Walk from here', walkBoth: 'Walk this pair', page: 'Its page',
    unplaced: (n: number) => (n === 1 ? '1 claim has a side above this level, or nowhere, and is not drawn.' : `${plainNumber(n)} claims have a side above this level, or nowhere, and are not drawn.`),
    noPoint: (n: number) => (n === 1 ? '1 place has no coordinates and is not on the map:' : `${n} places have no coordinates and are not on the map:`), more: (n: number) => `Show ${n} more`,
    drawn: (n: number, all: number) => `Only the ${n} largest of ${plainNumber(all)} pairs are drawn; the table has all.`, empty: 'No pairing fits', emptyHint: 'Try another level, year or kind.', evidence: 'Evidence',
    documents: 'Documents', readingDocument: 'Reading the evidence …', noClaim: 'No document gives a figure for exactly these two places; it comes from the places within them.', point: 'Point', pointFrom: (source: string) => `from ${source}`,
    points: 'Points: ', approval: 'Base map: ', export: 'Export', png: 'PNG picture', svg: 'SVG drawing', csv: 'CSV table (Excel)',
    link: 'Copy link', copied: 'Copied', notCopied: 'Copy it from the address bar', legend: 'Legend', outgoing: 'Supports', incoming: 'Is supported by',
    whatStates: 'The figure on an arc: how many links of all kinds there are at least.', planned: 'Planned is dashed',
  },
);

/** 学校 274: an edge in a few characters. */
export function edgeText(edge: RollUpEdge): string {
  return `${many(edge.kind)} ${edge.stated === undefined || edge.atLeast > edge.stated.links ? '≥' : ''}${plainNumber(edge.atLeast)}`;
}
