package org.pairgraph.sparql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pairgraph.sparql.NamedQuery.Bilingual;
import org.pairgraph.sparql.NamedQuery.Parameter;

/**
 * The comment lines at the top of a query file:
 *
 * <pre>
 * # title: Who supports a place
 * # title-zh: 谁支持某地
 * # question: Which parties support this place, and since when?
 * # question-zh: 哪些参与方支持该地？自何时起？
 * # group: pairings
 * # param: place thing area/450225 | The place | 地方
 * # result: ?supporter ?since, earliest first
 * </pre>
 *
 * A parameter is its variable, its type, and the value that stands when none is given ({@code -} where one must be
 * given), which may hold spaces.
 */
record QueryHeader(String file, List<String> lines) {
    private static final Pattern LINE = Pattern.compile("# ([a-z-]+): (.*)");

    static QueryHeader of(String file, String text) {
        return new QueryHeader(
                file, text.lines().takeWhile(line -> line.startsWith("#")).toList());
    }

    Bilingual bilingual(String key) {
        return new Bilingual(required(key + "-zh"), required(key));
    }

    String required(String key) {
        return find(key).orElseThrow(() -> broken("the line \"# " + key + ": …\" is missing"));
    }

    Optional<String> find(String key) {
        return values(key).stream().findFirst();
    }

    List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        for (var value : values("param")) {
            parameters.add(parameter(value));
        }
        return parameters;
    }

    private Parameter parameter(String value) {
        var parts = value.split("\\s*\\|\\s*");
        var words = parts[0].split("\\s+", 3);
        if (parts.length != 3 || words.length != 3) {
            throw broken("\"# param: " + value + "\" is not: variable type default | English | Chinese");
        }
        return new Parameter(
                words[0],
                type(words[1]),
                words[2].equals("-") ? Optional.empty() : Optional.of(words[2]),
                new Bilingual(parts[2], parts[1]));
    }

    private ParameterType type(String label) {
        return Arrays.stream(ParameterType.values())
                .filter(type -> type.label().equals(label))
                .findFirst()
                .orElseThrow(() -> broken("\"" + label + "\" is no type of a parameter; the types are "
                        + Arrays.stream(ParameterType.values())
                                .map(ParameterType::label)
                                .collect(Collectors.joining(", "))));
    }

    private List<String> values(String key) {
        return lines.stream()
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group(1).equals(key))
                .map(line -> line.group(2).strip())
                .toList();
    }

    private IllegalArgumentException broken(String why) {
        return new IllegalArgumentException(file + ": " + why);
    }
}
