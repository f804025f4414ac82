package org.pairgraph.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;

/** Names of groups, claims and passages, which have none of their own, from the names of what they are about. */
final class ComposedNames {
    private static final int NAMED_AT_MOST = 6;
    private static final Map<String, String> MEASURE_WORDS = Map.of(
            "school", "所", "hospital", "家", "enterprise", "家", "social-organization", "家", "public-institution", "家");

    private final Names names;

    /** @param names of what is named within a name */
    ComposedNames(Names names) {
        this.names = names;
    }

    /** The name of a thing of a class of ours; none where things of this class have names. */
    Label of(Description thing, String type) {
        return switch (type) {
            case "PartyGroup" -> group(thing);
            case "Pairing" ->
                sides(
                        thing,
                        thing.value(PG.pairingKind)
                                .map(kind -> names.thing(kind).label().map(zh -> zh + "结对", en -> en + " pairing")));
            case "CoBuilding" ->
                sides(
                        thing,
                        thing.value(PG.builds)
                                .map(site ->
                                        names.thing(site).label().map(zh -> "共建：" + zh, en -> "co-building: " + en)));
            case "Observation" -> observation(thing);
            case "Posting" -> posting(thing);
            case "Event" -> event(thing);
            case "Evidence" -> passage(thing);
            default -> Label.NONE;
        };
    }

    private Label group(Description description) {
        var kinds = description.values(PG.memberKind);
        var count = description.text(PG.memberCount).orElse("");
        var qualifier = description
                .value(PG.countQualifier)
                .filter(code -> !Description.codeOf(code).equals("exact"))
                .map(names::given);
        var place = description.value(PG.within).map(names::given);
        var zh = place.flatMap(Label::zh).orElse("")
                + qualifier.flatMap(Label::zh).orElse("")
                + count
                + measureWord(kinds)
                + kindNames(kinds, Label::zhOr, "或");
        var en = qualifier.flatMap(Label::en).map(word -> word + " ").orElse("")
                + count
                + " "
                + kinds.stream()
                        .map(kind -> plural(names.given(kind).enOr(Description.codeOf(kind)), count))
                        .collect(Collectors.joining(" or "))
                + place.flatMap(Label::en).map(name -> " of " + name).orElse("");
        return Label.of(zh, en.strip());
    }

    private String kindNames(List<Node> kinds, BiFunction<Label, String, String> language, String or) {
        return kinds.stream()
                .map(kind -> language.apply(names.given(kind), Description.codeOf(kind)))
                .collect(Collectors.joining(or));
    }

    private static String measureWord(List<Node> kinds) {
        return kinds.size() == 1 ? MEASURE_WORDS.getOrDefault(Description.codeOf(kinds.getFirst()), "个") : "个";
    }

    private static String plural(String noun, String count) {
        if (count.equals("1")) {
            return noun;
        }
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    private Label sides(Description claim, Optional<Label> what) {
        var supporters = claim.values(PG.supporter);
        var supported = claim.values(PG.supported);
        return Label.of(
                list(supporters, Label::zhOr, "、", "等另外%d方")
                        + " → "
                        + list(supported, Label::zhOr, "、", "等另外%d方")
                        + what.flatMap(Label::zh).map(text -> "（" + text + "）").orElse(""),
                list(supporters, Label::enOr, ", ", " and %d more")
                        + " → "
                        + list(supported, Label::enOr, ", ", " and %d more")
                        + what.flatMap(Label::en).map(text -> " (" + text + ")").orElse(""));
    }

    private Label observation(Description claim) {
        var about = claim.values(PG.about);
        var indicator = claim.value(PG.indicator).map(names::thing);
        var when = claim.span().label();
        return Label.of(
                list(about, Label::zhOr, "、", "等另外%d项")
                        + "："
                        + indicator.map(code -> code.label().zhOr(code.id())).orElse("")
                        + " "
                        + Figure.of(claim, names).zh()
                        + when.flatMap(Label::zh).map(text -> "（" + text + "）").orElse(""),
                list(about, Label::enOr, ", ", " and %d more")
                        + ": "
                        + indicator.map(code -> code.label().enOr(code.id())).orElse("")
                        + " "
                        + Figure.of(claim, names).en()
                        + when.flatMap(Label::en).map(text -> " (" + text + ")").orElse(""));
    }

    private Label posting(Description claim) {
        var post = Languages.inBoth(claim.values(PG.post));
        return Label.of(
                list(claim.values(PG.person), Label::zhOr, "、", "等另外%d人")
                        + "："
                        + list(claim.values(PG.from), Label::zhOr, "、", "")
                        + " → "
                        + list(claim.values(PG.to), Label::zhOr, "、", "")
                        + post.zh().map(text -> "（" + text + "）").orElse(""),
                list(claim.values(PG.person), Label::enOr, ", ", " and %d more")
                        + ": "
                        + list(claim.values(PG.from), Label::enOr, ", ", "")
                        + " → "
                        + list(claim.values(PG.to), Label::enOr, ", ", "")
                        + post.en().map(text -> " (" + text + ")").orElse(""));
    }

    private Label event(Description claim) {
        var kind = claim.value(PG.eventKind).map(names::given).orElse(Label.of("活动", "event"));
        var when = claim.span().label();
        return Label.of(
                kind.zhOr("活动")
                        + when.flatMap(Label::zh).map(text -> "（" + text + "）").orElse("")
                        + "："
                        + list(claim.values(PG.participant), Label::zhOr, "、", "等另外%d方"),
                kind.enOr("event")
                        + when.flatMap(Label::en).map(text -> " (" + text + ")").orElse("")
                        + ": "
                        + list(claim.values(PG.participant), Label::enOr, ", ", " and %d more"));
    }

    private Label passage(Description evidence) {
        var document = evidence.values(PG.document);
        var first = evidence.text(PG.startLine).orElse("");
        var last = evidence.text(PG.endLine).filter(line -> !line.equals(first));
        return Label.of(
                list(document, Label::zhOr, "、", "") + " 第" + first
                        + last.map(line -> "–" + line).orElse("") + "行",
                list(document, Label::enOr, ", ", "")
                        + last.map(line -> ", lines " + first + "–" + line).orElse(", line " + first));
    }

    private String list(List<Node> nodes, BiFunction<Label, String, String> language, String comma, String more) {
        var first = nodes.stream()
                .limit(NAMED_AT_MOST)
                .map(node -> language.apply(
                        names.thing(node).label(), names.thing(node).id()))
                .collect(Collectors.joining(comma));
        return nodes.size() > NAMED_AT_MOST ? first + more.formatted(nodes.size() - NAMED_AT_MOST) : first;
    }
}
