package org.pairgraph.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.query.QueryParseException;

/** The named queries, read once from {@code queries/*.rq}. Immutable. */
public final class QueryCatalogue {
    private static final String ENDING = ".rq";

    private final SortedMap<String, NamedQuery> queries;

    private QueryCatalogue(SortedMap<String, NamedQuery> queries) {
        this.queries = queries;
    }

    /** A catalogue without queries. */
    public static QueryCatalogue empty() {
        return new QueryCatalogue(new TreeMap<>());
    }

    /**
     * Reads the catalogue.
     *
     * @throws IllegalArgumentException if a file's header or query is broken; the message names the file
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static QueryCatalogue of(Path folder) {
        var queries = new TreeMap<String, NamedQuery>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(ENDING)).toList()) {
                var query = read(file);
                queries.put(query.name(), query);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the queries in " + folder, e);
        }
        return new QueryCatalogue(queries);
    }

    /**
     * Reads one query file with a header, of the catalogue or of anybody, in SPARQL 1.1. Relative IRIs are below
     * {@code /id/}.
     *
     * @throws IllegalArgumentException if it is broken; the message names the file
     */
    public static NamedQuery read(Path file) throws IOException {
        var name = file.getFileName().toString().replaceFirst("\\" + ENDING + "$", "");
        return read(name, file.toString(), Files.readString(file));
    }

    /**
     * Reads the text of a query with a header.
     *
     * @throws IllegalArgumentException if it is broken; the message begins with the name
     */
    public static NamedQuery read(String name, String text) {
        return read(name, name, text);
    }

    private static NamedQuery read(String name, String place, String text) {
        var header = QueryHeader.of(place, text);
        try {
            return new NamedQuery(
                    name,
                    header.bilingual("title"),
                    header.bilingual("question"),
                    header.required("group"),
                    header.parameters(),
                    header.find("result"),
                    text,
                    PortableQuery.of(text));
        } catch (QueryParseException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage().strip(), e);
        }
    }

    /** All queries, by name. */
    public Collection<NamedQuery> queries() {
        return queries.values();
    }

    /** The query of a name. */
    public Optional<NamedQuery> findQuery(String name) {
        return Optional.ofNullable(queries.get(name));
    }
}
