package org.pairgraph.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.pairgraph.search.Hit.Named;
import org.pairgraph.store.Delta;
import org.pairgraph.store.Statements;
import org.pairgraph.vocab.PG;

/**
 * The names of all parties, sites and programmes of one revision, in memory. It never changes and is safe for use by many
 * threads.
 *
 * <p>It is built once, in one pass over the labels. A small revision is followed by another segment with the parties
 * that it touches, which hides them in those before. A segment that is not larger than the next is joined with it, the
 * first one too, so that there are few (a log-structured merge, O'Neil et al. 1996). Memory is linear in the characters
 * of the names: about half a kilobyte for a party with three names.
 */
public final class PartyIndex {
    private static final int SMALL = 2_000;
    private static final int SHARE = 8;

    /** With fewer than these the search goes on; whatever page is asked for, so that pages fit together. */
    private static final int ENOUGH = 20;

    /**
     * What a revision changed.
     *
     * @param delta what it did to the default graph
     * @param regraded the IRIs of all parties that may have another degree since then
     */
    public record Change(Delta delta, Set<String> regraded) {}

    private final int revision;
    private final Readings readings;
    private final List<Part> parts;

    /** The places that hits lie in, as they were named before: few, and asked for again and again. */
    private final Map<Node, Named> places = new ConcurrentHashMap<>();

    private PartyIndex(int revision, Readings readings, List<Part> parts) {
        this.revision = revision;
        this.readings = readings;
        this.parts = List.copyOf(parts);
    }

    /**
     * Some of the parties, as they were read at one time.
     *
     * @param hidden the numbers of those that a later part has
     */
    private record Part(Segment segment, BitSet hidden) {
        static Part of(List<Draft> drafts, Readings readings, ToIntFunction<Node> degree) {
            return new Part(Segment.of(drafts, readings, degree), new BitSet());
        }

        int size() {
            return segment.size() - hidden.cardinality();
        }

        Part after(Set<Node> touched, Set<String> regraded, ToIntFunction<Node> degree) {
            var hides = (BitSet) hidden.clone();
            touched.stream()
                    .mapToInt(segment::number)
                    .filter(party -> party >= 0)
                    .forEach(hides::set);
            return new Part(segment.withDegrees(regraded, degree), hides);
        }

        Optional<Named> named(Node node) {
            int party = segment.number(node);
            return party >= 0 && !hidden.get(party) ? Optional.of(segment.named(party)) : Optional.empty();
        }

        /** The drafts of what is not hidden, and some more. */
        List<Draft> with(List<Draft> more) {
            return Draft.inOrder(Stream.concat(
                    IntStream.range(0, segment.size())
                            .filter(party -> !hidden.get(party))
                            .mapToObj(segment::draft),
                    more.stream()));
        }
    }

    /**
     * Builds the index of a graph.
     *
     * @param graph a default graph, readable while this runs
     */
    public static PartyIndex of(Graph graph, int revision, Supplement supplement) {
        return of(Statements.of(graph), revision, supplement);
    }

    /** Builds the index of what a default graph says. */
    public static PartyIndex of(Statements statements, int revision, Supplement supplement) {
        var readings = Readings.shipped();
        var all = Part.of(Draft.all(statements, supplement.composed()), readings, supplement.degree());
        return new PartyIndex(revision, readings, List.of(all));
    }

    /**
     * The index of the next revision. Linear in the parties that it changes, and now and then, when as many have come, in
     * all that there are.
     *
     * @param graph the default graph after the change, readable while this runs
     */
    public PartyIndex following(Graph graph, int next, Change change, Supplement supplement) {
        var touched = touched(graph, change.delta());
        if (touched.size() > Math.max(SMALL, size() / SHARE)) {
            return of(graph, next, supplement);
        }

        var following = parts.stream()
                .map(part -> part.after(touched, change.regraded(), supplement.degree()))
                .collect(Collectors.toCollection(ArrayList::new));
        var drafts = Draft.of(graph, touched, supplement.composed());
        while (!following.isEmpty() && following.getLast().size() <= drafts.size()) {
            drafts = following.removeLast().with(drafts);
        }
        following.add(Part.of(drafts, readings, supplement.degree()));
        return new PartyIndex(next, readings, following);
    }

    /** The revision that is searched. */
    public int revision() {
        return revision;
    }

    /** How many parties, sites and programmes can be found. */
    public int size() {
        return parts.stream().mapToInt(Part::size).sum();
    }

    /**
     * Finds parties by name: by what is written; when that is less than {@value #ENOUGH}, by its words apart; when it is
     * nothing, by its words as pinyin or its characters apart; and at last by what it might be with one letter wrong.
     * Ranked by how much of the name it is, the rank of the place, the degree, and the name; the order is total.
     */
    public Hits find(PartyQuery query) {
        var asked = Asked.of(query.text());
        var words = Asked.wordsOf(query.text());

        var hits = hits(query, (segment, found) -> segment.find(asked, found));
        if (hits.total() < ENOUGH && words.size() > 1) {
            var written = words.stream().map(Asked::asWritten).toList();
            hits = hits(query, (segment, found) -> {
                segment.find(asked, found);
                segment.findEach(written, found);
            });
        }
        if (hits.total() == 0) {
            hits = hits(query, (segment, found) -> {
                segment.findEach(words, found);
                segment.findScattered(asked, found);
            });
        }
        if (hits.total() == 0) {
            hits = hits(query, (segment, found) -> segment.findSimilar(asked, found));
        }
        return hits;
    }

    private static Set<Node> touched(Graph graph, Delta change) {
        var touched = change.subjects(Draft::isOfParty);
        var met = touched.stream().filter(change::mayHaveMet).toList();
        touched.addAll(groupsIn(met, graph));
        return touched;
    }

    /** A group is named after its place. */
    private static List<Node> groupsIn(List<Node> places, Graph graph) {
        return places.stream()
                .flatMap(place -> graph.find(Node.ANY, PG.within, place).mapWith(Triple::getSubject).toList().stream())
                .filter(thing -> graph.contains(thing, Draft.TYPE, PG.PartyGroup))
                .toList();
    }

    private record Ranked(Place place, Hit hit) {}

    /** How many were found, and how many of them stand on later pages or on this one. */
    private record Count(int total, int ahead) {}

    private Hits hits(PartyQuery query, BiConsumer<Segment, Found> search) {
        var ranked = new ArrayList<Ranked>();
        var counts =
                parts.stream().map(part -> rank(part, query, search, ranked)).toList();
        int total = counts.stream().mapToInt(Count::total).sum();
        int ahead = counts.stream().mapToInt(Count::ahead).sum();
        ranked.sort(Comparator.comparing(Ranked::place));
        var page = ranked.subList(0, Math.min(query.limit(), ranked.size()));
        return new Hits(
                page.stream().map(Ranked::hit).toList(),
                total,
                ahead > page.size() ? Optional.of(page.getLast().place().text()) : Optional.empty(),
                revision);
    }

    private Count rank(Part part, PartyQuery query, BiConsumer<Segment, Found> search, List<Ranked> into) {
        var segment = part.segment();
        if (segment.size() == 0) {
            return new Count(0, 0);
        }
        var ranking = new Ranking(segment, query, part.hidden());
        if (query.after().isPresent()) {
            var earlier = new Earlier(segment, ranking, Place.of(query.after().get()));
            search.accept(segment, earlier);
            ranking.leaveOut(earlier.parties());
        }
        search.accept(segment, ranking);
        IntStream.range(0, ranking.size())
                .mapToObj(i -> new Ranked(
                        segment.place(ranking.order(i), segment.owner(ranking.name(i))), hit(segment, ranking, i)))
                .forEach(into::add);
        return new Count(ranking.total(), ranking.ahead());
    }

    private Hit hit(Segment segment, Ranking ranking, int index) {
        int name = ranking.name(index);
        int party = segment.owner(name);
        return new Hit(
                segment.named(party),
                segment.type(party).node(),
                segment.parent(party).map(place -> places.computeIfAbsent(place, this::named)),
                segment.degree(party),
                segment.match(name, ranking.extent(index), ranking.reading(index)));
    }

    private Named named(Node place) {
        return parts.stream()
                .flatMap(part -> part.named(place).stream())
                .findFirst()
                .orElseGet(() -> new Named(place, Optional.empty(), Optional.empty()));
    }
}
