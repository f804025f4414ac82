package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.Union;
import org.pairgraph.claims.Claims;
import org.pairgraph.claims.KnownThings;
import org.pairgraph.claims.ThingId;
import org.pairgraph.claims.ThingPage;
import org.pairgraph.linked.Address;
import org.pairgraph.linked.Describer;
import org.pairgraph.linked.Description;
import org.pairgraph.linked.LedgerDescriber;
import org.pairgraph.linked.Syntax;
import org.pairgraph.store.GraphName;
import org.pairgraph.store.Statements;

/**
 * Every IRI of ours under its own path: 303 from a thing to the document about it, in the form that the client likes
 * best, and the documents themselves, which end in {@code .ttl}, {@code .jsonld}, {@code .nt}, {@code .rdf} or {@code
 * .html}.
 */
final class LinkedRoutes {
    private static final String PAGE = "page";
    private static final int MOST_PAGES = 1_000_000;
    private static final Set<String> KNOWN = new TreeSet<>(Set.of(PAGE, Parameters.REVISION));

    private final Answers answers;
    private final OntologyDocument ontology;
    private final PageShell shell = PageShell.ofTheApplication();

    LinkedRoutes(Answers answers, TermRoutes terms) {
        this.answers = answers;
        this.ontology = new OntologyDocument(terms);
    }

    /** A thing, or the document about it. */
    void thing(Context ctx) {
        var parameters = Parameters.of(ctx, KNOWN);
        var path = ctx.path();
        var document = Document.ofPath(path).filter(candidate -> isDescribed(ctx, parameters, candidate.iri()));
        if (document.isPresent()) {
            document(ctx, parameters, document.get());
            return;
        }
        var iri = Address.iri(path);
        if (!isDescribed(ctx, parameters, iri)) {
            throw unknown(path);
        }
        redirect(ctx, new Document(iri, accepted(ctx)));
    }

    /** The ontology, which is a document itself: its terms are fragments of it. */
    void ontology(Context ctx) {
        var parameters = Parameters.of(ctx, KNOWN);
        var named = Document.ofPath(ctx.path());
        var document = named.orElseGet(() -> new Document(Address.iri(ctx.path()), accepted(ctx)));
        if (!answers.read(ctx, parameters, lent -> OntologyDocument.isDescribed(lent, document.iri()))) {
            throw ProblemException.of(
                    ProblemType.UNKNOWN_THING,
                    "The ontology has no version at \"%s\": it is at /ontology, and its terms are in it and at /api/v1/terms"
                            .formatted(Parameters.shown(ctx.path())));
        }
        document(ctx, parameters, document);
    }

    private static DocumentForm accepted(Context ctx) {
        ctx.header(Header.VARY, Header.ACCEPT);
        return DocumentForm.accepted(AcceptHeader.find(ctx));
    }

    private boolean isDescribed(Context ctx, Parameters parameters, String iri) {
        return answers.read(
                ctx,
                parameters,
                lent -> isGraph(iri)
                        ? ledger(lent).isGraph(iri)
                        : new Describer(lent.dataset().getDefaultGraph()).isDescribed(iri));
    }

    private void redirect(Context ctx, Document document) {
        document.headers("describedby").forEach(link -> ctx.res().addHeader("Link", link));
        var query = ctx.queryString();
        ctx.header(Header.LOCATION, document.path() + (query == null ? "" : "?" + query));
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        ctx.status(HttpStatus.SEE_OTHER);
        ctx.result("The document about it: " + document.path() + "\n");
    }

    private void document(Context ctx, Parameters parameters, Document document) {
        int page = parameters.number(PAGE, 1, MOST_PAGES).orElse(1);
        var form = document.form();
        ctx.header("Content-Location", document.path() + (page == 1 ? "" : "?" + PAGE + "=" + page));
        document.headers("alternate").forEach(link -> ctx.res().addHeader("Link", link));
        if (form == DocumentForm.HTML) {
            shell.protect(ctx);
        }
        var made = form == DocumentForm.HTML ? shell.text() : "";
        answers.bytes(ctx, parameters, form.contentType(), made, lent -> bytes(ctx, lent, document, page));
    }

    private byte[] bytes(Context ctx, Lent lent, Document document, int page) {
        var description = describe(lent, document.iri(), page)
                .orElseThrow(() -> page == 1
                        ? unknown(ctx.path())
                        : ProblemException.of(
                                ProblemType.UNKNOWN_THING,
                                "The description has no page %d: begin without page and follow the links"
                                        .formatted(page)));
        description
                .next()
                .ifPresent(next ->
                        ctx.res().addHeader("Link", "<%s?%s=%d>; rel=\"next\"".formatted(document.path(), PAGE, next)));
        return document.form()
                .syntax()
                .map(syntax -> syntax.bytes(description.asDocument(document.url(), lent.revision())))
                .orElseGet(() -> html(lent, document, description));
    }

    private Optional<Description> describe(Lent lent, String iri, int page) {
        if (isGraph(iri)) {
            return ledger(lent).describe(iri, page);
        }
        if (OntologyDocument.isOf(iri)) {
            return page == 1 ? ontology.describe(lent, iri) : Optional.empty();
        }
        return new Describer(lent.dataset().getDefaultGraph()).describe(iri, page);
    }

    private byte[] html(Lent lent, Document document, Description description) {
        var iri = document.iri();
        var page = page(lent, iri);
        var data = new Document(iri, DocumentForm.JSONLD);
        var json = new String(
                Syntax.JSONLD.bytes(description.ofTopic().asDocument(data.url(), lent.revision())),
                StandardCharsets.UTF_8);
        var head = document.alternates().stream()
                        .map(other -> "<link rel=\"alternate\" type=\"%s\" href=\"%s\" />\n"
                                .formatted(other.form().mediaType(), Markup.escaped(other.path())))
                        .collect(Collectors.joining())
                + "<script type=\"application/ld+json\">" + Markup.embedded(json) + "</script>\n";
        var title = ThingSummary.title(page.label(), page.id()) + " · pairgraph";
        var main = OntologyDocument.isOf(iri) ? ontology.summary(lent, page.label()) : ThingSummary.of(page);
        return shell.with(title, head, main);
    }

    private static ThingPage page(Lent lent, String iri) {
        var id = ThingId.of(OntologyDocument.isOf(iri) ? OntologyDocument.IRI : iri);
        var claims = isGraph(iri)
                ? new Claims(
                        Statements.of(
                                new Union(ledgerGraph(lent), lent.dataset().getDefaultGraph())),
                        lent.classes(),
                        new KnownThings())
                : lent.claims();
        return claims.findThing(id).orElseGet(() -> ThingPage.empty(id, iri));
    }

    private static LedgerDescriber ledger(Lent lent) {
        return new LedgerDescriber(ledgerGraph(lent), lent.history());
    }

    private static Graph ledgerGraph(Lent lent) {
        return lent.dataset().getGraph(NodeFactory.createURI(GraphName.LEDGER.iri()));
    }

    private static boolean isGraph(String iri) {
        return iri.startsWith(GraphName.NAMESPACE);
    }

    private static ProblemException unknown(String path) {
        return ProblemException.of(
                ProblemType.UNKNOWN_THING,
                "Nothing is said of \"%s\": /api/v1/parties?q= finds a party by its name; documents end in %s"
                        .formatted(
                                Parameters.shown(path),
                                DocumentForm.all().stream()
                                        .map(form -> "." + form.suffix())
                                        .collect(Collectors.joining(", "))));
    }
}
