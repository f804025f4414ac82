// What the reader of files says, in Chinese. `%` stands for what it fills in; a sentence that is not here is shown as it is.
import { language } from '../i18n';

const SENTENCES: readonly (readonly [string, string])[] = [
  ['same code %', '区划代码相同：%'],
  ['same pinyin %', '拼音相同：%'],
  ['same name in simplified or traditional characters %', '简体或繁体写法相同：%'],
  ['same name %', '名称相同：%'],
  ['A full stop, ; or , was expected, but % stands here', '这里应是句点、分号或逗号，却是%'],
  ['A full stop was expected, but % stands here', '这里应是句点，却是%'],
  ['A predicate was expected, but % stands here', '这里应是谓词，却是%'],
  ['An object was expected, but % stands here', '这里应是宾语，却是%'],
  ['A semicolon is missing: % begins another predicate', '少了分号：%开始另一个谓词'],
  ['A full stop cannot stand within [ ]: write ; or close the bracket', '[ ] 里不能有句点：写分号，或先闭合方括号'],
  ['A statement cannot begin with %', '陈述不能以%开头'],
  ['A statement ends with its line, but % follows the full stop', '一行一条陈述，但句点之后还有%'],
  ['A blank node cannot be a predicate: %', '空节点不能作谓词：%'],
  ['A blank node needs a name after _: that begins with a letter or a digit', '_: 之后要有以字母或数字开头的名称'],
  ['A blank node that is referred to more than once (lines %) needs an IRI', '被多处提到的空节点（第 % 行）需要 IRI'],
  ['Blank nodes that refer to each other in a circle need IRIs (lines %)', '互相循环提到的空节点（第 % 行）需要 IRI'],
  ['This blank node says nothing: describe it or leave it out (line %)', '这个空节点什么也没说：请描述它或删去（第 % 行）'],
  ['A datatype is marked with two carets: %', '数据类型用两个 ^ 标出：%'],
  ['A document type (<!DOCTYPE) is not allowed: delete it and write entities out', '不允许文档类型声明（<!DOCTYPE）：请删去，并写出实体'],
  ['A graph is named by an IRI or a blank node, not by %', '图的名称是 IRI 或空节点，不能是%'],
  ['A prefix cannot begin with _', '前缀不能以 _ 开头'],
  ['A prefix is declared with a colon at its end, as in %', '声明前缀要以冒号结尾，如 %'],
  ['A text has either a language tag or a datatype, not both', '文本只能有语言标记或数据类型之一'],
  ['A text or number cannot be a predicate: %', '文本或数字不能作谓词：%'],
  ['A text or number cannot be a subject: %', '文本或数字不能作主语：%'],
  ['A text stands in simple quotation marks here: %', '这里的文本用了单引号：%'],
  ['A triple inside << >> cannot be stored: make the statement a node of its own', '<< >> 里的三元组不能存储：请把该陈述写成单独的节点'],
  ['An invisible character (%) stands between terms: delete it', '词项之间有看不见的字符（%）：请删去'],
  ['Brackets are nested more than % deep', '括号嵌套超过 % 层'],
  ['Elements are nested more than % deep', '元素嵌套超过 % 层'],
  ['Curly quotation marks cannot enclose a text: write %', '弯引号不能括起文本：请写 %'],
  ['Graph names are ignored (first %): all triples go into the graph of the source\'s version', '图名被忽略（首个为 %）：所有三元组都归入该来源的这一版'],
  ['Nothing follows the @: a language tag such as @zh-Hans was expected', '@ 之后没有内容：应是语言标记，如 @zh-Hans'],
  ["Nothing in the files is said with a term of pairgraph's ontology: is it the right file?", '文件里没有用到 pairgraph 本体的任何术语：是这个文件吗？'],
  ['PREFIX and BASE have no full stop at their end: write @prefix, or delete it', 'PREFIX 和 BASE 末尾没有句点：改写 @prefix，或删去句点'],
  ['Reading stopped after % errors: mend these and try again', '读到 % 处错误后停止：请改正后再试'],
  ['Text follows this quotation mark: inside a text write %', '这个引号之后还有文字：文本里的引号写作 %'],
  ['The % has % characters; at most % are allowed', '%有 % 个字符，最多允许 % 个'],
  ['The IRI in <…> is missing', '缺少 <…> 里的 IRI'],
  ['The IRI of a prefix stands in <…>, but % stands here', '前缀的 IRI 写在 <…> 里，这里却是%'],
  ['The IRI that begins here has no closing >', '从这里开始的 IRI 没有以 > 结束'],
  ['The bytes here are not UTF-8: type the character again, or save the file as UTF-8', '这里的字节不是 UTF-8：请重打这个字，或把文件另存为 UTF-8'],
  ['The context % would have to be fetched, which is never done: put it into the file', '上下文 % 需要联网获取，这里从不联网：请把它写进文件'],
  ['The datatype is missing behind ^^', '^^ 之后缺少数据类型'],
  ['The document ends before this: put several things into one @graph', '文档到此之前已结束：多个事物请放进一个 @graph'],
  ['The file ends within the statement that begins on line %: it may be cut off', '文件在第 % 行开始的陈述里就结束了：可能被截断'],
  ['The file has % bytes; at most % are allowed: split it', '文件有 % 字节，最多允许 %：请拆分'],
  ['The file has no triples', '文件里没有三元组'],
  ['The file is compressed: unpack it first', '文件是压缩的：请先解压'],
  ['The file is encoded as UTF-16: save it as UTF-8', '文件是 UTF-16 编码：请另存为 UTF-8'],
  ['The file is not UTF-8%', '文件不是 UTF-8%'],
  ['The file is not text (there is a zero byte in line %): export it as text', '文件不是文本（第 % 行有零字节）：请导出为文本'],
  ['The full stop after the directive is missing', '指令之后少了句点'],
  ['The full stop at the end of the line is missing', '行末少了句点'],
  ['The full stop is missing: a statement begins on line %', '少了句点：第 % 行开始了新的陈述'],
  ['The full-width % means nothing here: write %', '全角的%在这里没有意义：请写 %'],
  ['The language tag stands right behind the closing quotation mark, without a space', '语言标记要紧跟在右引号之后，不空格'],
  ['The object is missing before %', '%之前缺少宾语'],
  ['The object is missing', '缺少宾语'],
  ['The predicate and the object are missing', '缺少谓词和宾语'],
  ['The prefix is missing: %', '缺少前缀：%'],
  ['The text that begins here has no closing quotation mark on its line ("""…""" encloses text of several lines)', '从这里开始的文本在本行没有右引号（多行文本用 """…""" 括起）'],
  ['The text that begins here on line % has no closing %', '第 % 行开始的文本没有以 % 结束'],
  ['The { of this graph is not closed: } is missing', '这个图的 { 没有闭合：少了 }'],
  ['There are more warnings; they are not listed', '还有更多提醒，没有列出'],
  ['There is a space in the IRI: write %20 or delete it', 'IRI 里有空格：写成 %20 或删去'],
  ['There is nothing to import: a source is emptied by taking its versions back (undo)', '没有可导入的内容：要清空来源，请撤回它的各版本'],
  ['This is a PDF document, not RDF', '这是 PDF 文档，不是 RDF'],
  ['Two hexadecimal digits must follow the % in a name', '名称里的 % 之后要有两位十六进制数'],
  ['There is half a character (U+D800 to U+DFFF) in the text "%": type it again', '文本“%”里有半个字符（U+D800 到 U+DFFF）：请重打'],
  ['There is an invisible control character in the text "%"', '文本“%”里有看不见的控制字符'],
  ['This is a zip archive or an Office document (xlsx, docx): save its table or text as RDF first', '这是压缩包或 Office 文档（xlsx、docx）：请先把表格或文字另存为 RDF'],
  ['This is an Office document (xls, doc): save its table or text as RDF first', '这是 Office 文档（xls、doc）：请先把表格或文字另存为 RDF'],
  ['The file has more than % triples, and there is memory for no more: split it, or start pairgraph with a larger heap (PAIRGRAPH_JAVA_OPTS=-Xmx…)', '文件超过 % 条三元组，内存放不下：请拆分，或给 pairgraph 更多内存（PAIRGRAPH_JAVA_OPTS=-Xmx…）'],
  ['A JSON-LD file may have at most % bytes: convert it to Turtle', 'JSON-LD 文件最多 % 字节：请转成 Turtle'],
  ['The subject must be an IRI in <…> or a blank node, but % stands here', '主语应是 <…> 里的 IRI 或空节点，这里却是%'],
  ['The predicate must be an IRI in <…>, but % stands here', '谓词应是 <…> 里的 IRI，这里却是%'],
  ['The object must be an IRI in <…>, a blank node or a text in "…", but % stands here', '宾语应是 <…> 里的 IRI、空节点或 "…" 里的文本，这里却是%'],
  ['The datatype must be an IRI in <…>, but % stands here', '数据类型应是 <…> 里的 IRI，这里却是%'],
  ['The predicate is missing', '缺少谓词'],
  ['The datatype is missing', '缺少数据类型'],
  ['A subject must be an http, https or urn IRI, not %', '主语应是 http、https 或 urn 的 IRI，不能是 %'],
  ['A predicate must be an http, https or urn IRI, not %', '谓词应是 http、https 或 urn 的 IRI，不能是 %'],
  ['The prefix %: is not declared: add @prefix %: <%> .', '没有声明前缀 %:：请加上 @prefix %: <%> .'],
  ['The prefix %: is not declared: add @prefix %: <%> . (further uses are not listed)', '没有声明前缀 %:：请加上 @prefix %: <%> .（其余用处不再列出）'],
  ['The prefix %: is not declared (further uses are not listed)', '没有声明前缀 %:（其余用处不再列出）'],
  ['The prefix %: is not declared', '没有声明前缀 %:'],
  ['"a" stands for rdf:type and can only be a predicate', '"a" 代表 rdf:type，只能作谓词'],
  ['\\u needs four hexadecimal digits, \\U eight, and together they must name a character', '\\u 之后要四位十六进制数，\\U 之后要八位，合起来要是一个字符'],
  ['\\ is not allowed in an IRI, but for \\u and four or \\U and eight digits', 'IRI 里只能有 \\u 加四位或 \\U 加八位十六进制数，不能有别的 \\'],
  ['\\ in a name may stand only before one of %', '名称里的 \\ 只能放在这些字符之前：%'],
  ['\\% is no escape sequence: write \\\\ for a backslash', '\\% 不是转义：反斜杠写作 \\\\'],
  ['<%> is a term of the ontology, which changes only with the program: leave the statement out', '<%> 是本体的术语，只随程序更改：请删去这条陈述'],
  ['<%> is not an IRI: its character % cannot stand there', '<%> 不是 IRI：第 % 个字符不能放在那里'],
  [
    'There is a malformed relative IRI here, a blank in it perhaps: correct it',
    '这里有写错的相对 IRI，可能多了空格：请改正',
  ],
  ['The seconds of "%" have more than nine decimals: leave the last of them out', '“%”的秒数多于九位小数：请删去末尾几位'],
  ['"%" is not a value of %', '“%”不是 % 的值'],
  ['nobody describes <%>', '没有内容描述 <%>'],
  ['% is made by pairgraph and cannot be stated: delete it', '% 由 pairgraph 生成，不能写在文件里：请删去'],
  ['% is not a web IRI: it is kept, and never becomes a link', '% 不是网页 IRI：会保留，但不会成为链接'],
  ['"%" is kept as it is, but its accents are characters of their own: NFC is recommended', '“%”照原样保留，但附加符号是单独的字符：建议用 NFC'],
  ['% is relative: it is read as <%>', '% 是相对的：按 <%> 读取'],
  ['% is no directive: write @prefix or @base', '% 不是指令：请写 @prefix 或 @base'],
  ['% is no language tag: write one such as @zh-Hans or @en', '% 不是语言标记：请写 @zh-Hans、@en 之类'],
  ['% is a bare word: write a text in "…", an IRI in <…> or prefix:name', '% 既不是文本也不是 IRI：文本写在 "…" 里，IRI 写在 <…> 里，或写成 前缀:名称'],
  ['% is not a whole IRI: this format has no base', '% 不是完整的 IRI：这种格式没有 base'],
  ['% is not a number: put text and dates in quotes', '% 不是数字：文字和日期要放进引号'],
  ['% is not an IRI: correct it', '% 不是 IRI：请改正'],
  ['% is not allowed in an IRI', 'IRI 里不能有 %'],
  ['% is not closed: % is missing', '%没有闭合：少了 %'],
  ['% cannot begin a term: write an IRI in <…>, a prefix:name or a text in "…"', '词项不能以 % 开头：请写 <…> 里的 IRI、前缀:名称 或 "…" 里的文本'],
  ['% was expected, but % stands here', '这里应是 %，却是%'],
];

/** As a pattern; a percent sign that is followed by two digits is one. */
const PATTERNS = SENTENCES.map(([english, chinese]) => {
  const parts = english.split(/%(?!20| in a name)/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { pattern: new RegExp(`^${parts.join('(.*?)')}$`, 's'), chinese };
});
/** What may stand before a message: line 7, or a file with its line. */
const PLACE = /^(line \d+: |[^:]+(?::\d+)?: )(.*)$/s;

/** A message in the reader's language where it is known; a place that stands before it stays. */
export function message(text: string): string {
  if (language.value === 'en') return text;
  const [, place = '', said = ''] = PLACE.exec(text) ?? [];
  const whole = translated(text);
  const rest = whole ?? translated(said);
  return rest === undefined ? text : (whole === undefined ? place : '') + rest;
}

function translated(text: string): string | undefined {
  for (const { pattern, chinese } of PATTERNS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    let next = 1;
    return chinese.replace(/%(?!20| 之后)/g, () => found[next++] ?? '');
  }
  return undefined;
}
