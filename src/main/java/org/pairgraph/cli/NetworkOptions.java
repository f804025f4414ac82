package org.pairgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pairgraph.cli.ApiAccess.Refused;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands about the network share: the store, the filters, and who is meant by a name. */
final class NetworkOptions {
    @Mixin
    private StoreOption store;

    @Option(names = "--at", paramLabel = "DATE", description = "Only what holds on this day, like 2023-08-31.")
    private Optional<String> at;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only claims of this kind; may be repeated.")
    private List<String> kinds = List.of();

    @Option(
            names = "--direction",
            paramLabel = "DIRECTION",
            description = "supports, supported or both: which way to follow claims.")
    private Optional<String> direction;

    @Option(names = "--through", paramLabel = "places", description = "Step also to places and members of groups.")
    private Optional<String> through;

    @Option(names = "--revision", paramLabel = "N", description = "As of this revision.")
    private Optional<String> revision;

    @Option(names = "--json", description = "Print the answer of the API.")
    private boolean json;

    /** Runs a question and prints its answer; a refusal is one line. */
    int run(PrintWriter out, PrintWriter err, Function<ApiAccess, JsonNode> question, Function<JsonNode, String> text) {
        try (var api = ApiAccess.open(store.folder(), Home.folder(), err::println)) {
            var answer = question.apply(api);
            out.print(json ? answer + System.lineSeparator() : text.apply(answer));
            out.flush();
            return Main.DONE;
        } catch (Refused e) {
            err.println(e.getMessage());
            return Main.REFUSED;
        }
    }

    Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        at.ifPresent(day -> parameters.put("at", List.of(day)));
        direction.ifPresent(way -> parameters.put("direction", List.of(way)));
        through.ifPresent(places -> parameters.put("through", List.of(places)));
        revision.ifPresent(number -> parameters.put("revision", List.of(number)));
        parameters.put("kind", kinds);
        return parameters;
    }

    /**
     * The id of a party that is given by its id, its IRI, or a name that is one party's alone.
     *
     * @throws Refused if nobody has the name, or several do
     */
    String party(String given, ApiAccess api) {
        if (given.contains("/") || given.contains(":")) {
            return given;
        }
        var asked = new LinkedHashMap<String, List<String>>();
        asked.put("q", List.of(given));
        asked.put("limit", List.of("5"));
        revision.ifPresent(number -> asked.put("revision", List.of(number)));
        var hits = api.json("parties", asked).path("items");
        if (hits.isEmpty()) {
            throw new Refused("Nobody is found by the name \"" + given + "\": give an id like area/450225");
        }
        boolean isOne = hits.size() == 1 || (isWhole(hits.get(0)) && !isWhole(hits.get(1)));
        if (!isOne) {
            var choice = new StringBuilder("\"" + given + "\" can be several; give the id of one:");
            hits.forEach(hit -> choice.append(System.lineSeparator())
                    .append("  ")
                    .append(NetworkText.name(hit))
                    .append(hit.has("within") ? "  (" + NetworkText.label(hit.path("within")) + ")" : ""));
            throw new Refused(choice.toString());
        }
        return hits.get(0).path("id").asText();
    }

    private static boolean isWhole(JsonNode hit) {
        return hit.at("/match/extent").asText().equals("exact");
    }
}
