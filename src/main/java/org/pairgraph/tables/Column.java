package org.pairgraph.tables;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A column that a table may have: its names in a header, and what its cells say. */
public enum Column {
    SUPPORTER_CODE(
            names("支援方代码", "supporter code"),
            "codes of the supporting areas (GB/T 2260, six digits); several with 、",
            "支援地区的六位行政区划代码；几个用、隔开"),
    SUPPORTER(
            names("支援方", "supporter", "支援方名称", "帮扶方", "supporter name"),
            "names of the supporters; several with 、",
            "支援方名称；几个用、隔开"),
    SUPPORTER_KIND(names("支援方种类", "supporter kind"), "school, hospital, enterprise, village …", "学校、医院、企业、村等"),
    SUPPORTER_PLACE(
            names("支援方所在地", "supporter place"),
            "area in which the supporter lies, by code or name; needed where it is new or its name occurs twice",
            "支援方所在地区（代码或名称）；新单位或有同名单位时填写"),
    SUPPORTER_PINYIN(
            names("支援方拼音", "supporter pinyin"),
            "new supporters only: the name in pinyin without the area, e.g. zhiye xuexiao",
            "仅新单位：不含地名的拼音，如zhiye xuexiao"),
    SUPPORTER_ENGLISH(
            names("支援方英文名", "supporter in English"),
            "new supporters only: the English name, else the pinyin",
            "仅新单位：英文名，没有的用拼音"),
    SUPPORTER_GROUP(
            names("支援方所属组", "supporter group"),
            "the counted group that the supporters are members of, e.g. group/440800-school-11",
            "支援方所属的计数组，如group/440800-school-11"),
    SUPPORTED_CODE(
            names("受援方代码", "supported code"),
            "codes of the supported areas (GB/T 2260, six digits); several with 、",
            "受援地区的六位行政区划代码；几个用、隔开"),
    SUPPORTED(
            names("受援方", "supported", "受援方名称", "被帮扶方", "supported name"),
            "names of the supported; several with 、",
            "受援方名称；几个用、隔开"),
    SUPPORTED_KIND(names("受援方种类", "supported kind"), "school, hospital, enterprise, village …", "学校、医院、企业、村等"),
    SUPPORTED_PLACE(
            names("受援方所在地", "supported place"),
            "area in which the supported lies, by code or name; needed where it is new or its name occurs twice",
            "受援方所在地区（代码或名称）；新单位或有同名单位时填写"),
    SUPPORTED_PINYIN(
            names("受援方拼音", "supported pinyin"),
            "new supported only: the name in pinyin without the area",
            "仅新单位：不含地名的拼音"),
    SUPPORTED_ENGLISH(
            names("受援方英文名", "supported in English"),
            "new supported only: the English name, else the pinyin",
            "仅新单位：英文名，没有的用拼音"),
    SUPPORTED_GROUP(
            names("受援方所属组", "supported group"), "the counted group that the supported are members of", "受援方所属的计数组"),
    ABOUT(
            names("对象", "about"),
            "what the figure is about: an area by code or name, a programme or organisation by name, anything by its id",
            "数字说的是谁：地区代码或名称、协作或单位名称，或任何事物的标识"),
    INDICATOR(names("指标", "indicator"), "the measure: its name or code in the list of indicators", "指标名称或代码"),
    VALUE(
            names("数值", "value"),
            "the number as printed: 2.47亿元, 2,100多人, 约3.5万, 3000-5000, 27.37%",
            "照原文填写的数字：2.47亿元、2,100多人、约3.5万、3000-5000、27.37%"),
    UNIT(names("单位", "unit"), "the unit, unless it stands in the value", "单位；数值里已写的可空"),
    QUALIFIER(
            names("限定词", "qualifier"),
            "exact, about, nearly, more than, at least, at most, range; otherwise read from the value, else exact",
            "准确、大约、将近、多于、不少于、不多于、范围；不填则按数值里的词，没有则为准确"),
    PRINTED(
            names("原文写法", "printed", "printed value"),
            "the number and unit exactly as printed, where the value is not",
            "数值一栏不是原样时，填文件里的原样写法"),
    PERIOD(
            names("时期", "period"),
            "the period that the figure is of: 2021, 2021-03, 2021年3月至2022年6月",
            "数字所属的时期：2021、2021-03、2021年3月至2022年6月"),
    FROM(names("来自", "from"), "the party from which people or goods come", "人员、物资等来自的一方"),
    TO(names("去往", "to"), "the party to which people or goods go", "人员、物资等去往的一方"),
    CHANGE(names("同比增减", "change", "percent change"), "change in percent: 27.37, -3.5%", "同比增减百分比：27.37、-3.5%"),
    TARGET(names("完成目标", "percent of target"), "percentage of the target: 137 means 137 %", "完成目标的百分比：137即137%"),
    PROGRAMME(names("协作", "programme", "协作名称", "program"), "name or id of the programme", "协作的名称或标识"),
    START_DATE(
            names("开始日期", "start date", "开始", "start"),
            "since when: 2023, 2023-08, 2023-08-31, 2023年8月",
            "从何时起：2023、2023-08、2023-08-31、2023年8月"),
    END_DATE(names("结束日期", "end date", "结束", "end"), "until when", "到何时止"),
    AS_OF(
            names("截至日期", "as of", "截至"),
            "the day for which it is said; for a pairing else that of the document",
            "截至何日；结对不填则取文件的日期"),
    STATUS(names("状态", "status"), "actual, planned or agreed", "实际、计划或约定"),
    BASIS(names("依据", "basis"), "stated (default) or inferred; inferred needs a note", "明言（默认）或推断；推断须有附注"),
    NOTE(names("附注", "note", "备注"), "a remark in Chinese", "中文附注"),
    NOTE_ENGLISH(names("英文附注", "note in English"), "a remark in English", "英文附注"),
    EVIDENCE(
            names("证据", "evidence"),
            "passages, as pairgraph evidence locate prints them: evidence/…/412-430; several with 、",
            "pairgraph evidence locate 打印的段落：evidence/…/412-430；几个用、隔开"),
    DOCUMENT(
            names("出处文件", "document", "文件", "出处"),
            "the document, by file name, title or id, where no evidence is given",
            "没有填证据时：出处文件的文件名、标题或标识"),
    START(names("起始位置", "start offset"), "where the passage starts in the document", "段落在文件中的起始位置"),
    END(names("结束位置", "end offset"), "where the passage ends in the document", "段落在文件中的结束位置"),
    START_LINE(names("起始行", "start line", "行", "line"), "line on which the passage starts", "段落的起始行"),
    END_LINE(names("结束行", "end line"), "line on which the passage ends", "段落的结束行"),
    PART_OF(names("属于", "part of"), "id of the claim that this one is a part of", "所属的整体陈述的标识"),
    FILE(names("文件名", "file name"), "name of the text file", "文本文件的名称"),
    DIGEST(
            names("摘要值", "sha-256", "digest"),
            "SHA-256 of the text file: sha256sum FILE, on Windows certutil -hashfile FILE SHA256",
            "文本文件的SHA-256：sha256sum 文件，Windows用 certutil -hashfile 文件 SHA256"),
    TITLE(names("标题", "title"), "title in Chinese", "中文标题"),
    TITLE_ENGLISH(names("英文标题", "title in English"), "title in English", "英文标题"),
    DOCUMENT_KIND(names("文件种类", "document kind"), "news, notice, plan, report …", "新闻、通知、计划、通报等"),
    DOCUMENT_NUMBER(names("文号", "document number"), "number of the document, where printed", "文件上印的文号"),
    ISSUED(names("印发日期", "issued"), "day of issue, only where printed", "文件上印的印发日期"),
    CODE(names("行政区划代码", "code", "代码"), "six digits of GB/T 2260", "六位行政区划代码（GB/T 2260）"),
    NAME(names("名称", "name"), "full name in Chinese", "中文全称"),
    NAME_ENGLISH(names("英文名", "name in English"), "name in English, else in pinyin", "英文名，没有的用拼音"),
    SHORT_NAME(names("简称", "short name"), "other names; several with 、", "别名；几个用、隔开"),
    ID(
            names("标识", "id"),
            "an id of its own, where two would meet: pairing/county/440881-450225-planned",
            "两条会重合时自定的标识：pairing/county/440881-450225-planned");

    private final List<String> names;
    private final Message about;

    Column(List<String> names, String en, String zh) {
        this.names = names;
        this.about = new Message(en, zh);
    }

    /** The Chinese header. */
    public String zh() {
        return names.get(0);
    }

    /** The English header. */
    public String en() {
        return names.get(1);
    }

    /** What its cells say. */
    public Message about() {
        return about;
    }

    /** Every header that is understood. */
    Stream<String> names() {
        return names.stream();
    }

    boolean isCalled(String header) {
        return names().map(Column::plain).anyMatch(plain(header)::equals);
    }

    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .replaceAll("[\\s_-]", "")
                .replaceAll("\\(.*\\)$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> names(String... names) {
        return List.of(names);
    }
}
