package org.pairgraph.terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.terms.Term.Kind;
import org.pairgraph.terms.Term.Link;
import org.pairgraph.vocab.Namespaces;

/** The reference of the ontology for people, in Markdown: every term with its rules and an example, in both languages. */
public final class TermsPage {
    /** By property; those about the node as a whole come last. */
    private static final Comparator<Rule> ORDER = Comparator.comparing(
                    (Rule rule) -> rule.path().map(Names::shortName).orElse("~"))
            .thenComparing(Rule::shape);

    private final Terms terms;
    private final Names names;
    private final Words words;
    private final Examples examples;
    private final StringBuilder out = new StringBuilder();

    private TermsPage(Terms terms, Graph data) {
        this.terms = terms;
        this.names = new Names(terms);
        this.words = new Words(names);
        this.examples = new Examples(data);
    }

    /** The whole page; the same terms and data give the same text. */
    public static String of(Terms terms, Graph data) {
        var page = new TermsPage(terms, data);
        page.opening();
        page.section("类 Classes", terms.of(Kind.CLASS), page::classTerm);
        page.section("指向事物的属性 Object properties", terms.of(Kind.OBJECT_PROPERTY), page::property);
        page.section("取文字、数字、日期的属性 Datatype properties", terms.of(Kind.DATATYPE_PROPERTY), page::property);
        page.borrowed();
        page.section("代码表 Code lists", terms.of(Kind.CODE_LIST), page::codeList);
        return page.out.toString().stripTrailing() + "\n";
    }

    private void opening() {
        var header = terms.header();
        paragraph("# " + header.title().joined(" · "));
        paragraph("本页由 `./pairgraph ontology-page > docs/ontology.md` 从 `ontology/` 和 `data/` 生成，请勿手改。"
                + "怎样用这些术语表达一件事实，见 [modelling.md](modelling.md)。");
        paragraph(
                "Made from `ontology/` and `data/` by the command above: do not edit. How a fact is said with these terms is in"
                        + " [modelling.md](modelling.md).");
        paragraph(header.description().joined("\n\n"));
        rows(
                List.of("", ""),
                List.of(
                        List.of("本体 ontology", "<" + header.iri() + ">"),
                        List.of("版本 version", "<" + header.versionIri() + ">"),
                        List.of("许可 licence", "<" + header.licence() + ">")));
        paragraph("上位类的规则同样适用。没有写个数的规则不限个数。标有“提醒”的规则不阻止导入，其余规则须满足。");
        paragraph(
                "The rules of the classes above hold too. A rule without a number does not limit it. A rule marked “warning” does"
                        + " not stop an import; every other must hold.");
        paragraph("例子取自随程序附带的数据，按标识符排在最前的一个，使用以下前缀；台账和推导的术语由服务器书写，没有例子。");
        paragraph(
                "Examples are from the data that comes with the program, the first by IRI, with these prefixes. Terms of the"
                        + " ledger and derived ones are written by the server and have none.");
        fence(
                "turtle",
                "@base <" + Namespaces.ID + "> .\n"
                        + Namespaces.PREFIXES.entrySet().stream()
                                .map(prefix -> "@prefix %s: <%s> .".formatted(prefix.getKey(), prefix.getValue()))
                                .collect(Collectors.joining("\n")));
        paragraph("## 图 Diagrams");
        paragraph("类与上位类。Classes and the classes above them.");
        fence("mermaid", Diagram.ofClasses(terms));
        paragraph("形状允许的、从一类到另一类的属性。The properties that lead from one class to another, as the shapes have them.");
        fence("mermaid", Diagram.ofProperties(terms));
    }

    private void section(String title, List<Term> members, Consumer<Term> each) {
        paragraph("## " + title);
        paragraph(members.stream().map(term -> names.link(term.iri())).collect(Collectors.joining(" · ")));
        members.forEach(each);
    }

    private void classTerm(Term type) {
        heading(type);
        facts(type, Optional.of(terms.below(type)));
        rules(
                rule -> rule.isFor(type.iri()),
                rule -> rule.path().map(names::link).orElse(""),
                "属性 property");
        example(examples.ofClass(withSubclasses(type), ownProperties(type)));
    }

    private void property(Term property) {
        heading(property);
        facts(property, Optional.empty());
        rules(rule -> rule.isAbout(property.iri()), this::targets, "用于 on");
        example(examples.ofProperty(property.iri()));
    }

    private void borrowed() {
        paragraph("## 借用的术语 Terms of other vocabularies");
        paragraph("形状用到的、别处定义的术语。Terms that the shapes use and that are defined elsewhere.");
        for (var iri : terms.borrowed()) {
            paragraph(anchor(Names.anchor(iri)));
            paragraph("### " + Names.shortName(iri));
            paragraph("<" + iri + ">");
            rules(
                    rule -> rule.isFor(iri) || rule.isAbout(iri),
                    rule -> rule.isFor(iri) ? rule.path().map(names::link).orElse("") : targets(rule),
                    "属性或所用之处 property, or where used");
            example(examples.ofProperty(iri).or(() -> examples.ofClass(Set.of(iri), Set.of())));
        }
    }

    private void codeList(Term list) {
        heading(list);
        facts(list, Optional.empty());
        rows(
                List.of("代码 code", "名称 label", "定义 definition", "例 example"),
                terms.codesOf(list).stream().map(code -> codeCells(code, list)).toList());
    }

    /** A code of several lists has its anchor in the first. */
    private List<String> codeCells(Term code, Term list) {
        var anchored = code.targets(SKOS.inScheme.getURI()).getFirst().equals(list.iri());
        var definition = new ArrayList<String>();
        definition.add(code.definition().joined("<br>"));
        code.links().stream().filter(link -> !Terms.isOurs(link.target())).forEach(link -> definition.add(link(link)));
        return List.of(
                anchored ? anchor(code.anchor()) + Names.code(Names.shortName(code.iri())) : names.link(code.iri()),
                code.label().joined("<br>"),
                String.join("<br>", definition),
                examples.ofCode(code.iri()).map(Names::code).orElse("—"));
    }

    private void heading(Term term) {
        paragraph(anchor(term.anchor()));
        paragraph(
                "### %s %s".formatted(Names.shortName(term.iri()), term.label().joined(" · ")));
        paragraph("<" + term.iri() + ">");
        paragraph(term.definition().joined("\n\n"));
        if (!term.note().isEmpty()) {
            paragraph(term.note().joined("\n\n"));
        }
    }

    private void facts(Term term, Optional<List<Term>> below) {
        var facts = new ArrayList<String>();
        if (!term.example().isEmpty()) {
            facts.add("如 such as: " + term.example().joined(" · "));
        }
        term.links().stream()
                .filter(link -> !link.relation().equals(SKOS.inScheme.getURI()))
                .forEach(link -> facts.add(link(link)));
        below.filter(classes -> !classes.isEmpty())
                .ifPresent(classes -> facts.add("下位类 subclasses: "
                        + classes.stream().map(type -> names.link(type.iri())).collect(Collectors.joining(", "))));
        if (!facts.isEmpty()) {
            paragraph(facts.stream().map(fact -> "- " + fact).collect(Collectors.joining("\n")));
        }
    }

    private String link(Link link) {
        var target = names.link(link.target());
        var relation = Names.code(Names.shortName(link.relation()));
        if (link.relation().equals(RDFS.domain.getURI())) {
            return "用于 on (" + relation + "): " + target;
        }
        if (link.relation().equals(RDFS.range.getURI())) {
            return "取值 values (" + relation + "): " + target;
        }
        if (link.relation().equals(RDFS.seeAlso.getURI())) {
            return "代码表 code list (" + relation + "): " + target;
        }
        return (Terms.isOurs(link.target()) ? "上位 above (" : "对齐 alignment (") + relation + "): " + target;
    }

    private void rules(Predicate<Rule> wanted, Function<Rule, String> place, String title) {
        var found = terms.rules().stream().filter(wanted).sorted(ORDER).toList();
        if (!found.isEmpty()) {
            rows(
                    List.of(title, "个数 how many", "规则 rule", "不符时 otherwise"),
                    found.stream().map(rule -> cells(rule, place.apply(rule))).toList());
        }
    }

    private List<String> cells(Rule rule, String place) {
        return List.of(
                place,
                Words.cardinality(rule).joined(" "),
                String.join("<br>", words.constraints(rule)),
                (rule.warning() ? "提醒 warning: " : "") + rule.message().joined("<br>"));
    }

    private String targets(Rule rule) {
        var places = new ArrayList<>(rule.classes().stream().map(names::link).toList());
        rule.having().forEach(property -> places.add("有 what has " + names.link(property)));
        return String.join("<br>", places);
    }

    private void example(Optional<String> turtle) {
        turtle.ifPresent(text -> fence("turtle", text));
    }

    private Set<String> withSubclasses(Term type) {
        var found = new HashSet<String>();
        found.add(type.iri());
        terms.below(type).forEach(below -> found.addAll(withSubclasses(below)));
        return found;
    }

    /** What an example of the class shows first: its name, and what is said of this class only. */
    private Set<String> ownProperties(Term type) {
        var found = new HashSet<String>();
        found.add(RDFS.label.getURI());
        terms.rules().stream()
                .filter(rule -> rule.isFor(type.iri()))
                .filter(rule -> rule.classes().size() <= 2)
                .forEach(rule -> rule.path().ifPresent(found::add));
        return found;
    }

    private void rows(List<String> titles, List<List<String>> rows) {
        var lines = new ArrayList<String>();
        lines.add(row(titles));
        lines.add(row(titles.stream().map(title -> "---").toList()));
        rows.forEach(cells -> lines.add(
                row(cells.stream().map(cell -> cell.replace("|", "\\|")).toList())));
        paragraph(String.join("\n", lines));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String anchor(String id) {
        return "<a id=\"%s\"></a>".formatted(id);
    }

    private void fence(String language, String text) {
        paragraph("```" + language + "\n" + text + "\n```");
    }

    private void paragraph(String text) {
        out.append(text).append("\n\n");
    }
}
