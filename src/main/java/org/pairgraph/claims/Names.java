package org.pairgraph.claims;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.pairgraph.store.Statements;
import org.pairgraph.vocab.PG;

/** Names of things as their labels give them; of claims, groups and passages, which have none, put together here. */
final class Names {
    private static final int NAMED_AT_MOST = 6;
    private static final int NESTED_AT_MOST = 3;
    private static final Node TYPE = RDF.type.asNode();
    private static final Node LABEL = RDFS.label.asNode();
    private static final Map<String, String> MEASURE_WORDS = Map.of(
            "school", "所", "hospital", "家", "enterprise", "家", "social-organization", "家", "public-institution", "家");

    private final Statements statements;
    private final Classes classes;
    private final KnownThings known;
    private final Map<Node, Thing> things = new HashMap<>();
    private int nested;

    Names(Statements statements, Classes classes, KnownThings known) {
        this.statements = statements;
        this.classes = classes;
        this.known = known;
    }

    Thing thing(Node node) {
        var before = things.get(node);
        var thing = before != null ? before : known.find(node);
        if (thing == null) {
            thing = read(node);
        }
        if (nested == 0) {
            things.put(node, thing);
        }
        return thing;
    }

    /** The thing that is described. */
    Thing thing(Description description) {
        var node = description.subject();
        var before = things.get(node);
        if (before != null) {
            return before;
        }
        var type = classes.mostSpecific(description.values(TYPE));
        var thing = read(node, type, inBothLanguages(description.values(LABEL)), () -> description);
        things.put(node, thing);
        return thing;
    }

    private Thing read(Node node) {
        return read(node, type(node), given(node), () -> describe(node));
    }

    private Thing read(Node node, Optional<String> type, Label given, Supplier<Description> description) {
        var count = type.filter("PartyGroup"::equals).flatMap(group -> integer(node, PG.memberCount));
        var label = given.isEmpty() ? composed(description, type) : given;
        var thing = new Thing(ThingId.of(iri(node)), iri(node), type, label, count);
        if (!given.isEmpty()) {
            known.keep(node, thing);
        }
        return thing;
    }

    List<Thing> things(List<Node> nodes) {
        return nodes.stream().map(this::thing).toList();
    }

    /** A concept of a code list; its id is the code. */
    Thing code(Node concept) {
        return new Thing(Description.codeOf(concept), iri(concept), Optional.empty(), given(concept), Optional.empty());
    }

    /** What stands in for the IRI of a node: blank nodes and literals come from foreign data only. */
    static String iri(Node node) {
        return node.isURI() ? node.getURI() : node.toString();
    }

    /** The class of ours among some that is below the others. */
    Optional<Node> mostSpecific(List<Node> types) {
        return classes.mostSpecific(types).map(name -> NodeFactory.createURI(PG.NAMESPACE + name));
    }

    Optional<String> type(Node node) {
        return classes.mostSpecific(objects(node, TYPE));
    }

    /** The label that the data gives; one of the two languages may be missing, or both. */
    Label given(Node node) {
        return inBothLanguages(objects(node, LABEL));
    }

    /** The texts of a property in both languages; none when there are none. */
    static Optional<Label> note(List<Node> texts) {
        return Optional.of(inBothLanguages(texts)).filter(label -> !label.isEmpty());
    }

    static Label inBothLanguages(List<Node> texts) {
        return new Label(best(texts, Names::chineseRank), best(texts, Names::englishRank));
    }

    String list(List<Node> nodes, BiFunction<Label, String, String> language, String comma, String more) {
        var names = nodes.stream()
                .limit(NAMED_AT_MOST)
                .map(node -> language.apply(thing(node).label(), thing(node).id()))
                .collect(Collectors.joining(comma));
        return nodes.size() > NAMED_AT_MOST ? names + more.formatted(nodes.size() - NAMED_AT_MOST) : names;
    }

    private Label composed(Supplier<Description> description, Optional<String> type) {
        if (type.isEmpty() || nested >= NESTED_AT_MOST) {
            return Label.NONE;
        }
        nested++;
        try {
            return composed(description.get(), type.get());
        } finally {
            nested--;
        }
    }

    private Label composed(Description thing, String type) {
        return switch (type) {
            case "PartyGroup" -> group(thing);
            case "Pairing" ->
                sides(
                        thing,
                        thing.value(PG.pairingKind)
                                .map(kind -> thing(kind).label().map(zh -> zh + "结对", en -> en + " pairing")));
            case "CoBuilding" ->
                sides(
                        thing,
                        thing.value(PG.builds)
                                .map(site -> thing(site).label().map(zh -> "共建：" + zh, en -> "co-building: " + en)));
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
                .map(this::given);
        var place = description.value(PG.within).map(area -> given(area));
        var zh = place.flatMap(Label::zh).orElse("")
                + qualifier.flatMap(Label::zh).orElse("")
                + count
                + measureWord(kinds)
                + kindNames(kinds, Label::zhOr, "或");
        var en = qualifier.flatMap(Label::en).map(word -> word + " ").orElse("")
                + count
                + " "
                + kinds.stream()
                        .map(kind -> plural(given(kind).enOr(Description.codeOf(kind)), count))
                        .collect(Collectors.joining(" or "))
                + place.flatMap(Label::en).map(name -> " of " + name).orElse("");
        return Label.of(zh, en.strip());
    }

    private String kindNames(List<Node> kinds, BiFunction<Label, String, String> language, String or) {
        return kinds.stream()
                .map(kind -> language.apply(given(kind), Description.codeOf(kind)))
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
        var indicator = claim.value(PG.indicator).map(this::thing);
        var when = claim.span().label();
        return Label.of(
                list(about, Label::zhOr, "、", "等另外%d项")
                        + "："
                        + indicator.map(code -> code.label().zhOr(code.id())).orElse("")
                        + " "
                        + Figure.of(claim, this).zh()
                        + when.flatMap(Label::zh).map(text -> "（" + text + "）").orElse(""),
                list(about, Label::enOr, ", ", " and %d more")
                        + ": "
                        + indicator.map(code -> code.label().enOr(code.id())).orElse("")
                        + " "
                        + Figure.of(claim, this).en()
                        + when.flatMap(Label::en).map(text -> " (" + text + ")").orElse(""));
    }

    private Label posting(Description claim) {
        var post = inBothLanguages(claim.values(PG.post));
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
        var kind = claim.value(PG.eventKind).map(this::given).orElse(Label.of("活动", "event"));
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

    Optional<String> text(Node subject, Node property) {
        return objects(subject, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    private Optional<Integer> integer(Node subject, Node property) {
        return objects(subject, property).stream()
                .filter(Node::isLiteral)
                .flatMap(value -> Description.integerOf(value.getLiteralLexicalForm()).stream())
                .findFirst();
    }

    List<Node> objects(Node subject, Node property) {
        return Description.inOrder(statements.objects(subject, property));
    }

    /** The place that directly contains a thing. */
    Optional<Node> placeOf(Node thing) {
        return known.placeOf(thing, inner -> objects(inner, PG.within).stream().findFirst());
    }

    CitedDocument cited(Node document, Function<Node, CitedDocument> reading) {
        return known.cited(document, reading);
    }

    /** The claims that exclude a claim, whichever of the two says so, in order. */
    List<Node> disagreeing(Node claim) {
        return known.disagreeing(statements).getOrDefault(claim, List.of());
    }

    Description describe(Node subject) {
        return Description.of(subject, statements);
    }

    private static Optional<String> best(List<Node> texts, ToIntFunction<String> rank) {
        return texts.stream()
                .filter(Node::isLiteral)
                .filter(text -> rank.applyAsInt(language(text)) < Integer.MAX_VALUE)
                .min(Comparator.comparingInt((Node text) -> rank.applyAsInt(language(text)))
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(Node::getLiteralLexicalForm);
    }

    private static String language(Node literal) {
        return literal.getLiteralLanguage().toLowerCase(Locale.ROOT);
    }

    private static int chineseRank(String language) {
        if (!isOf("zh", language)) {
            return Integer.MAX_VALUE;
        }
        return isOf("zh-hans", language) ? 0 : language.equals("zh") ? 1 : isOf("zh-hant", language) ? 3 : 2;
    }

    private static int englishRank(String language) {
        return isOf("en", language) ? 0 : language.isEmpty() ? 1 : Integer.MAX_VALUE;
    }

    static boolean isIn(String range, Node label) {
        return label.isLiteral() && isOf(range, language(label));
    }

    /** What {@code langMatches} says. */
    private static boolean isOf(String range, String language) {
        return language.equals(range) || language.startsWith(range + "-");
    }
}
