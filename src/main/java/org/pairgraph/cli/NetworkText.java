package org.pairgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks and paths as a person reads them. */
final class NetworkText {
    private static final String LEGEND =
            "→ supports   ← is supported by   ⊂ lies in   ⊃ contains   ∋ has the member   ∈ is a member of";

    private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
    private final Map<String, Map<String, List<JsonNode>>> edges = new LinkedHashMap<>();

    private NetworkText(JsonNode answer) {
        answer.path("nodes").forEach(node -> nodes.put(node.path("id").asText(), node));
        for (var edge : answer.path("edges")) {
            var source = edge.path("source").asText();
            var target = edge.path("target").asText();
            join(source, target, edge);
            if (!source.equals(target)) {
                join(target, source, edge);
            }
        }
    }

    /** A tree, in which everyone hangs below the first through whom it was met. */
    static String ofWalk(JsonNode walk) {
        return new NetworkText(walk).tree(walk);
    }

    /** A line for each path. */
    static String ofPaths(JsonNode paths) {
        return new NetworkText(paths).chains(paths);
    }

    /** Both names and the id. */
    static String name(JsonNode thing) {
        return label(thing) + "  " + thing.path("id").asText();
    }

    static String label(JsonNode thing) {
        var both = Stream.of("/label/zh", "/label/en")
                .map(language -> thing.at(language).asText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return both.isEmpty() ? thing.path("id").asText() : both;
    }

    private void join(String one, String other, JsonNode edge) {
        edges.computeIfAbsent(one, id -> new LinkedHashMap<>())
                .computeIfAbsent(other, id -> new ArrayList<>())
                .add(edge);
    }

    private String tree(JsonNode walk) {
        var children = new LinkedHashMap<String, List<String>>();
        nodes.forEach((id, node) -> parent(id, node)
                .forEach(parent -> children.computeIfAbsent(parent, key -> new ArrayList<>())
                        .add(id)));
        var text = new StringBuilder();
        nodes.forEach((id, node) -> {
            if (node.path("depth").asInt() == 0) {
                text.append(name(node)).append('\n');
                grow(id, "", children, text);
            }
        });
        if (nodes.size() > 1) {
            text.append('\n').append(LEGEND).append('\n');
        }
        return text.append(nodes.size())
                .append(" parties and places, ")
                .append(walk.path("edges").size())
                .append(" edges, revision ")
                .append(walk.path("revision").asInt())
                .append(walk.path("truncated").asBoolean() ? "; there is more: raise --limit" : "")
                .append('\n')
                .toString();
    }

    private void grow(String id, String indent, Map<String, List<String>> children, StringBuilder text) {
        var below = children.getOrDefault(id, List.of());
        for (int i = 0; i < below.size(); i++) {
            boolean isLast = i == below.size() - 1;
            var child = below.get(i);
            text.append(indent)
                    .append(isLast ? "└ " : "├ ")
                    .append(step(id, child))
                    .append(' ')
                    .append(name(nodes.get(child)))
                    .append(why(id, child))
                    .append('\n');
            grow(child, indent + (isLast ? "  " : "│ "), children, text);
        }
    }

    /** The first that is one step nearer; none for a start. */
    private Stream<String> parent(String id, JsonNode node) {
        int nearer = node.path("depth").asInt() - 1;
        return edges.getOrDefault(id, Map.of()).keySet().stream()
                .filter(other -> nodes.containsKey(other)
                        && nodes.get(other).path("depth").asInt() == nearer)
                .limit(1);
    }

    private String chains(JsonNode paths) {
        if (paths.path("paths").isEmpty()) {
            return paths.path("complete").asBoolean()
                    ? "There is no path; --through places steps through places too.\n"
                    : "No path was found within the bounds of the search.\n";
        }
        var text = new StringBuilder();
        for (var path : paths.path("paths")) {
            var before = "";
            for (var step : path) {
                var id = step.asText();
                text.append(before.isEmpty() ? "" : "  " + step(before, id) + " ")
                        .append(name(nodes.get(id)))
                        .append(before.isEmpty() ? "" : why(before, id))
                        .append('\n');
                before = id;
            }
            text.append('\n');
        }
        return text.append(LEGEND)
                .append('\n')
                .append("paths: %d, steps: %d, revision %d%s%n"
                        .formatted(
                                paths.path("paths").size(),
                                paths.path("length").asInt(),
                                paths.path("revision").asInt(),
                                paths.path("truncated").asBoolean() ? "; there are more: raise --max" : ""))
                .toString();
    }

    private String step(String from, String to) {
        return between(from, to)
                .map(edge -> arrow(edge, edge.path("source").asText().equals(from)))
                .distinct()
                .collect(Collectors.joining());
    }

    private static String arrow(JsonNode edge, boolean isForward) {
        return switch (edge.path("kind").asText()) {
            case "within" -> isForward ? "⊂" : "⊃";
            case "member" -> isForward ? "∋" : "∈";
            default -> isForward ? "→" : "←";
        };
    }

    /** The kinds of the claims, and since when. */
    private String why(String from, String to) {
        var kinds = between(from, to)
                .filter(edge -> edge.has("claim"))
                .map(NetworkText::claim)
                .distinct()
                .collect(Collectors.joining("; "));
        return kinds.isEmpty() ? "" : "  [" + kinds + "]";
    }

    private static String claim(JsonNode edge) {
        var status = edge.path("status").asText("actual");
        return Stream.of(
                        edge.path("kind").asText(),
                        status.equals("actual") ? "" : status,
                        edge.has("count") ? "at least " + edge.path("count").asInt() : "",
                        edge.has("start") ? "since " + edge.path("start").asText() : "",
                        edge.has("asOf") ? "as of " + edge.path("asOf").asText() : "",
                        edge.has("end") ? "until " + edge.path("end").asText() : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private Stream<JsonNode> between(String from, String to) {
        return edges.getOrDefault(from, Map.of()).getOrDefault(to, List.of()).stream();
    }
}
