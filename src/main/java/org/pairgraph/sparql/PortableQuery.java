package org.pairgraph.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.pairgraph.vocab.Namespaces;

/** Queries that are kept, sent on or cited: they mean the same wherever they are taken. */
public final class PortableQuery {
    private PortableQuery() {}

    /**
     * Reads SPARQL 1.1, without extensions. Relative IRIs are below {@code /id/}, and the query is written with them in
     * full.
     *
     * @throws QueryParseException if it is none
     */
    public static Query of(String text) {
        var read = QueryFactory.create(text, Namespaces.ID, Syntax.syntaxSPARQL_11);
        return withoutBase(read);
    }

    /** A copy takes over only a base that stands in the text. */
    private static Query withoutBase(Query query) {
        return query.cloneQuery();
    }
}
