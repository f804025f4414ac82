package org.pairgraph.terms;

import java.util.List;
import org.pairgraph.terms.Rule.Constraint;

/** A rule in words. */
record Words(Names names) {

    /** How many values, when the rule says so. */
    static Text cardinality(Rule rule) {
        if (!rule.isAboutNumber()) {
            return new Text("", "");
        }
        int most = rule.most().orElse(Integer.MAX_VALUE);
        return switch (rule.least()) {
            case 0 ->
                switch (most) {
                    case 0 -> new Text("没有", "none");
                    case 1 -> new Text("至多一个", "at most one");
                    default -> new Text("至多" + most + "个", "at most " + most);
                };
            case 1 ->
                switch (most) {
                    case 1 -> new Text("恰好一个", "exactly one");
                    case Integer.MAX_VALUE -> new Text("至少一个", "at least one");
                    default -> new Text("1到" + most + "个", "1 to " + most);
                };
            default ->
                rule.most().isPresent()
                        ? new Text(rule.least() + "到" + most + "个", rule.least() + " to " + most)
                        : new Text("至少" + rule.least() + "个", "at least " + rule.least());
        };
    }

    /** The constraints of a rule, each in both languages. */
    List<String> constraints(Rule rule) {
        return rule.constraints().stream()
                .map(constraint -> constraint(constraint, names.link(constraint.value())))
                .toList();
    }

    private static String constraint(Constraint constraint, String link) {
        var value = constraint.value();
        return switch (constraint.kind()) {
            case CLASS, DATATYPE -> link;
            case NOT_CLASS -> "非 not " + link;
            case CODE_LIST -> "代码 a code of " + link;
            case SHAPE -> "符合 conforming to " + Names.code(Names.shortName(value));
            case NOT_SHAPE -> "不符合 not conforming to " + Names.code(Names.shortName(value));
            case VALUE -> "= " + link;
            case PATTERN -> "样式 matching " + Names.code(value);
            case AT_LEAST -> "≥ " + value;
            case AT_MOST -> "≤ " + value;
            case LESS_THAN -> "< " + link;
            case NOT_GREATER_THAN -> "≤ " + link;
            case OTHER_THAN -> "不同于 other than " + link;
            case LANGUAGE -> "语言为 in " + Names.code(value);
            case UNIQUE_LANGUAGE -> "每种语言一个 one for each language";
            case IRI -> "IRI";
            case CLOSED -> "别无其他属性 no other properties";
            case QUERY -> "由查询检查 checked by the query " + Names.code(Names.shortName(value));
        };
    }
}
