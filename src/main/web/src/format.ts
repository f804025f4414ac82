// Numbers and dates as people read them.
import type { Day } from './api';
import { language, type Language } from './i18n';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** 247000000 is 2.47亿 in Chinese and 247 million in English; below ten thousand it is the plain figure. */
export function shortNumber(value: number, reader: Language = language.value): string {
  const size = Math.abs(value);
  if (size < 10_000) return plainNumber(value);
  if (reader === 'zh') return size < 100_000_000 ? `${rounded(value / 10_000)}万` : `${rounded(value / 100_000_000)}亿`;
  if (size < 1_000_000) return plainNumber(value);
  return size < 1_000_000_000 ? `${rounded(value / 1_000_000)} million` : `${rounded(value / 1_000_000_000)} billion`;
}

/** With thousands parted, as a table shows it. */
export function plainNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** No more precise than the source. */
export function dayText(day: Day, reader: Language = language.value): string {
  const [year = 0, month = 1, date = 1] = day.date.split('-').map(Number);
  switch (day.precision) {
    case 'year':
      return reader === 'zh' ? `${year}年` : String(year);
    case 'month':
      return reader === 'zh' ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`;
    default:
      return reader === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`;
  }
}

/** An English unit as it is called where there is one of it; a Chinese one stays. */
export function ofOne(unit: string): string {
  return unit.replace(/ies$/, 'y').replace(/(ss|ch|x)es$/, '$1').replace(/(?<!s)s$/, '');
}

function rounded(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 1 });
}
