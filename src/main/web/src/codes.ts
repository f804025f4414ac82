// The words for the codes and classes of the ontology.
import { computed } from 'vue';
import type { Label } from './api';
import { language, named, pair, phrases } from './i18n';

const [ZH, EN] = pair(
  {
    kind: {
      province: '省', city: '市', county: '县', township: '乡镇', village: '村', school: '学校', hospital: '医院', enterprise: '企业',
      'social-organization': '社会组织', 'public-institution': '事业单位', 'government-body': '党政机关',
      'co-building': '共建', within: '所在地', member: '成员',
    },
    class: {
      Party: '参与方', Area: '地区', Province: '省（自治区）', City: '地级市', Prefecture: '自治州', County: '县（区、市）', Township: '乡镇（街道）',
      Village: '村（社区）', Organization: '机构', School: '学校', Hospital: '医院', Enterprise: '企业', SocialOrganization: '社会组织',
      PublicInstitution: '事业单位', GovernmentBody: '党政机关', PartyGroup: '计数群组', Site: '场所', IndustrialPark: '产业园区', Workshop: '帮扶车间',
      Base: '基地', Person: '人物', Claim: '断言', Pairing: '结对', CoBuilding: '共建', Observation: '数据', Posting: '任职', Event: '活动',
      Task: '任务', Programme: '协作', Document: '文件', Evidence: '证据', Initiative: '举措', Product: '产品', Indicator: '指标', Unit: '单位',
    },
    status: { actual: '已落实', planned: '计划中', agreed: '已商定' },
    basis: { stated: '原文明载', inferred: '推断' },
    qualifier: { exact: '', about: '大约', nearly: '将近', 'more-than': '多于', 'at-least': '不少于', 'at-most': '不多于', range: '' },
  },
  {
    kind: {
      province: 'province', city: 'city', county: 'county', township: 'township', village: 'village', school: 'school', hospital: 'hospital',
      enterprise: 'enterprise', 'social-organization': 'social organization', 'public-institution': 'public institution',
      'government-body': 'government body', 'co-building': 'joint site', within: 'place', member: 'member',
    },
    class: {
      Party: 'Party', Area: 'Area', Province: 'Province', City: 'City', Prefecture: 'Autonomous prefecture', County: 'County', Township: 'Township',
      Village: 'Village', Organization: 'Organization', School: 'School', Hospital: 'Hospital', Enterprise: 'Enterprise',
      SocialOrganization: 'Social organization', PublicInstitution: 'Public institution', GovernmentBody: 'Government body',
      PartyGroup: 'Counted group', Site: 'Site', IndustrialPark: 'Industrial park', Workshop: 'Workshop', Base: 'Base', Person: 'Person',
      Claim: 'Claim', Pairing: 'Pairing', CoBuilding: 'Co-building', Observation: 'Figure', Posting: 'Posting', Event: 'Event', Task: 'Task',
      Programme: 'Programme', Document: 'Document', Evidence: 'Evidence', Initiative: 'Initiative', Product: 'Product', Indicator: 'Indicator',
      Unit: 'Unit',
    },
    status: { actual: 'actual', planned: 'planned', agreed: 'agreed' },
    basis: { stated: 'stated', inferred: 'inferred' },
    qualifier: { exact: '', about: 'about', nearly: 'nearly', 'more-than': 'more than', 'at-least': 'at least', 'at-most': 'at most', range: '' },
  },
);

const PLURALS: Record<string, string> = {
  city: 'cities', county: 'counties', 'government-body': 'government bodies',
};

export type CodeList = 'kind' | 'class' | 'status' | 'basis' | 'qualifier';

const words = phrases(ZH, EN);

/** The word for a code in the reader's language; a code that came with newer data is shown as it is. */
export function word(list: CodeList, code: string): string {
  return wordIn(words.value, list, code);
}

/** What a class is called: by our word, or as the ontology has it where there is none. */
export function classWord(name: string, label: Label): string {
  return Object.hasOwn(words.value.class, name) ? word('class', name) : named(label, name);
}

function wordIn(dictionary: typeof EN, list: CodeList, code: string): string {
  return (dictionary[list] as Record<string, string>)[code] ?? code;
}

/** The word for many of a kind: 学校, schools. */
export function many(kind: string): string {
  return language.value === 'zh' ? word('kind', kind) : plural(kind);
}

function plural(kind: string): string {
  return PLURALS[kind] ?? `${wordIn(EN, 'kind', kind)}s`;
}

/** A counted group by its number and kinds, as the server names it: 274所学校, more than 30 enterprises. */
export function countedWords(count: number, kinds: readonly string[], qualifier = 'exact'): { readonly zh: string; readonly en: string } {
  const zh = kinds.map((kind) => wordIn(ZH, 'kind', kind)).join('或');
  const en = kinds.map((kind) => (count === 1 ? wordIn(EN, 'kind', kind) : plural(kind))).join(' or ');
  return { zh: `${wordIn(ZH, 'qualifier', qualifier)}${count}${measureWord(kinds)}${zh}`, en: `${wordIn(EN, 'qualifier', qualifier)} ${count} ${en}`.trim() };
}

const MEASURE_WORDS: Record<string, string> = { school: '所', hospital: '家', enterprise: '家', 'social-organization': '家', 'public-institution': '家' };

/** What Chinese counts members of these kinds with: 269 所. */
export function measureWord(kinds: readonly string[]): string {
  return (kinds.length === 1 ? MEASURE_WORDS[kinds[0] ?? ''] : undefined) ?? '个';
}

/** Every kind that a pairing can have, in the order of their size, then co-buildings. */
export const KINDS = [
  'province', 'city', 'county', 'township', 'village', 'school', 'hospital', 'enterprise', 'social-organization', 'public-institution',
  'government-body', 'co-building',
] as const;
export const STATUSES = ['actual', 'planned', 'agreed'] as const;
export const BASES = ['stated', 'inferred'] as const;

/** A name list in the reader's language: 甲、乙; A, B. */
export const comma = computed(() => (language.value === 'zh' ? '、' : ', '));
