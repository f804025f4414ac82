// Reports of the reader of files in Chinese: what it says in English is kept beside.
import { language } from '../i18n';

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^same code (.+)$/, '区划代码相同：$1'],
  [/^same pinyin (.+)$/, '拼音相同：$1'],
  [/^same name in simplified or traditional characters (.+)$/, '简体或繁体写法相同：$1'],
  [/^same name (.+)$/, '名称相同：$1'],
];

const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^A full stop, ; or , was expected, but (.+) stands here$/s, '这里应是句点、分号或逗号，却是 $1'],
  [/^There is a space in the IRI.*$/s, 'IRI 里有空格：写成 %20 或删去'],
  [/^The prefix "?(.+?)"? is not declared.*$/s, '前缀 $1 没有声明'],
  [/^"(.*)" is not a value of (.+)$/s, '“$1” 不是 $2 的值'],
  [/^Nothing in the files is said with a term of pairgraph's ontology.*$/s, '文件里没有用到 pairgraph 本体的任何术语：是这个文件吗？'],
  [/^There are more warnings; they are not listed$/s, '还有更多提醒，没有列出'],
];

/** Why two things look alike, in the reader's language. */
export const reason = (text: string) => translated(text, REASONS);

/** A message of the reader of files, in the reader's language where it is known. */
export const message = (text: string) => translated(text, MESSAGES);

function translated(text: string, pairs: readonly (readonly [RegExp, string])[]): string {
  if (language.value === 'en') return text;
  for (const [pattern, chinese] of pairs) if (pattern.test(text)) return text.replace(pattern, chinese);
  return text;
}
