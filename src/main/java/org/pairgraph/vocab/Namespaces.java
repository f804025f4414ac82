package org.pairgraph.vocab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The prefixes that every file, query and answer of ours uses. */
public final class Namespaces {
    /** The namespace of things: areas, organisations, claims, documents. It is also the base of relative IRIs. */
    public static final String ID = "https://w3id.org/pairgraph/id/";

    /** Prefix to namespace, in the order in which files write them. */
    public static final Map<String, String> PREFIXES = prefixes();

    private Namespaces() {}

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("pg", PG.NAMESPACE);
        prefixes.put("pgc", PGC.NAMESPACE);
        prefixes.put("pgs", "https://w3id.org/pairgraph/shape/");
        prefixes.put("cc", "http://creativecommons.org/ns#");
        prefixes.put("dcterms", "http://purl.org/dc/terms/");
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("oa", "http://www.w3.org/ns/oa#");
        prefixes.put("org", "http://www.w3.org/ns/org#");
        prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
        prefixes.put("prov", "http://www.w3.org/ns/prov#");
        prefixes.put("qb", "http://purl.org/linked-data/cube#");
        prefixes.put("qudt", "http://qudt.org/schema/qudt/");
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        prefixes.put("schema", "https://schema.org/");
        prefixes.put("sh", "http://www.w3.org/ns/shacl#");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("vann", "http://purl.org/vocab/vann/");
        prefixes.put("wgs", "http://www.w3.org/2003/01/geo/wgs84_pos#");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return Collections.unmodifiableMap(prefixes);
    }
}
