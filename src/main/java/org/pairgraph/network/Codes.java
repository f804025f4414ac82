package org.pairgraph.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PGC;

/** A few names and their numbers, in the order in which they were met; number 0 is "none". */
final class Codes {
    static final int NONE = 0;

    private final List<String> names;
    private final Map<String, Integer> numbers;

    Codes() {
        names = new ArrayList<>(List.of(""));
        numbers = new HashMap<>(Map.of("", NONE));
    }

    Codes(Codes other) {
        names = new ArrayList<>(other.names);
        numbers = new HashMap<>(other.numbers);
    }

    /** The name of a code: below the namespace of our codes its local name, else the whole IRI. */
    static String nameOf(Node code) {
        var iri = code.isURI() ? code.getURI() : code.toString();
        return iri.startsWith(PGC.NAMESPACE) ? iri.substring(PGC.NAMESPACE.length()) : iri;
    }

    int add(String name) {
        var known = numbers.putIfAbsent(name, names.size());
        if (known != null) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }

    /** The number of a name as a byte. Codes are tens at most; one too many is read as none. */
    byte addSmall(String name) {
        return !numbers.containsKey(name) && names.size() > Byte.MAX_VALUE ? NONE : (byte) add(name);
    }

    /** The number of a name, or -1. */
    int find(String name) {
        return numbers.getOrDefault(name, -1);
    }

    /** For each number here, which a byte holds, the number of the same name in other codes, or -1. */
    byte[] smallNumbersIn(Codes other) {
        var there = new byte[Byte.MAX_VALUE + 1];
        for (int number = 0; number < Math.min(there.length, size()); number++) {
            there[number] = (byte) other.find(name(number));
        }
        return there;
    }

    String name(int number) {
        return names.get(number);
    }

    int size() {
        return names.size();
    }

    /** The same names, numbered in their order; {@link #NONE} stays. */
    Codes inOrder() {
        var ordered = new Codes();
        names.stream().sorted().forEach(ordered::add);
        return ordered;
    }
}
