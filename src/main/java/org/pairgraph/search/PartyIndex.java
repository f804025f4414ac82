package org.pairgraph.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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
 * <p>It is built once, in one pass over the labels. A small revision is followed by a second segment with the parties
 * that it touches, which hides them in the first; when the second grows to an eighth of the first, all is built anew.
 * Memory is linear in the characters of the names: about half a kilobyte for a party with three names.
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
    private final Segment base;
    private final Segment recent;
    private final BitSet hidden;

    private PartyIndex(int revision, Readings readings, Segment base, Segment recent, BitSet hidden) {
        this.revision = revision;
        this.readings = readings;
        this.base = base;
        this.recent = recent;
        this.hidden = hidden;
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
        var base = Segment.of(Draft.all(statements, supplement.composed()), readings, supplement.degree());
        var none = Segment.of(List.of(), readings, supplement.degree());
        return new PartyIndex(revision, readings, base, none, new BitSet());
    }

    /**
     * The index of the next revision. Linear in the parties that have changed since all was built.
     *
     * @param graph the default graph after the change, readable while this runs
     */
    public PartyIndex following(Graph graph, int next, Change change, Supplement supplement) {
        var touched = touched(graph, change.delta());
        if (touched.size() > Math.max(SMALL, base.size() / SHARE)) {
            return of(graph, next, supplement);
        }

        var hides = (BitSet) hidden.clone();
        touched.stream().mapToInt(base::number).filter(party -> party >= 0).forEach(hides::set);
        var now = Segment.of(Draft.of(graph, touched, supplement.composed()), readings, supplement.degree());
        return new PartyIndex(next, readings, base.withDegrees(change.regraded(), supplement.degree()), now, hides);
    }

    /** The revision that is searched. */
    public int revision() {
        return revision;
    }

    /** How many parties, sites and programmes can be found. */
    public int size() {
        return base.size() - hidden.cardinality() + recent.size();
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

    private Set<Node> touched(Graph graph, Delta change) {
        var touched = new LinkedHashSet<>(recent.nodes());
        Stream.of(change.added(), change.removed())
                .flatMap(Set::stream)
                .filter(triple -> Draft.PROPERTIES.contains(triple.getPredicate()))
                .map(Triple::getSubject)
                .forEach(touched::add);
        touched.addAll(groupsIn(touched, graph));
        return touched;
    }

    /** A group is named after its place. */
    private static List<Node> groupsIn(Set<Node> places, Graph graph) {
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
        var known = rank(base, hidden, query, search, ranked);
        var changed = rank(recent, new BitSet(), query, search, ranked);
        ranked.sort(Comparator.comparing(Ranked::place));
        var page = ranked.subList(0, Math.min(query.limit(), ranked.size()));
        return new Hits(
                page.stream().map(Ranked::hit).toList(),
                known.total() + changed.total(),
                known.ahead() + changed.ahead() > page.size()
                        ? Optional.of(page.getLast().place().text())
                        : Optional.empty(),
                revision);
    }

    private Count rank(
            Segment segment, BitSet hides, PartyQuery query, BiConsumer<Segment, Found> search, List<Ranked> into) {
        if (segment.size() == 0) {
            return new Count(0, 0);
        }
        var ranking = new Ranking(segment, query, hides);
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
                segment.parent(party).map(this::named),
                segment.degree(party),
                segment.match(name, ranking.extent(index), ranking.reading(index)));
    }

    private Named named(Node place) {
        int changed = recent.number(place);
        if (changed >= 0) {
            return recent.named(changed);
        }
        int known = base.number(place);
        return known >= 0 && !hidden.get(known)
                ? base.named(known)
                : new Named(place, Optional.empty(), Optional.empty());
    }
}
