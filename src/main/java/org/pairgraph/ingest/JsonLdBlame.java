package org.pairgraph.ingest;

import java.io.IOException;
import org.pairgraph.ingest.JsonParts.Part;

/**
 * Finds the smallest part of a JSON-LD document of which the same is said as of the whole: the library says what is wrong
 * and not where. Parts are tried alone, so many at most.
 */
final class JsonLdBlame {
    private static final int MOST_TRIALS = 2_000;
    private static final String CONTEXT = "@context";

    /** Reads a document; whether this is said of it. */
    interface Trial {
        boolean says(String document, String message) throws IOException;
    }

    private final String json;
    private final Trial trial;
    private int trials;

    JsonLdBlame(String json, Trial trial) {
        this.json = json;
        this.trial = trial;
    }

    /** Where a refusal comes from in the document; unknown where no part of it alone is refused so. */
    Place in(String refusal) throws IOException {
        int from = JsonParts.beginning(json);
        return place(json.charAt(from) == '{' ? inNode("{}", from, json.length(), refusal, -1) : -1);
    }

    /** Where it comes from in the document's own context; unknown where that is not what is refused. */
    Place inContext(String refusal) throws IOException {
        for (var part : JsonParts.of(json, JsonParts.beginning(json), json.length())) {
            if (part.name().equals(CONTEXT)) {
                return place(inContext(part, refusal));
            }
        }
        return Place.UNKNOWN;
    }

    /** Where it comes from in one of the things that a document describes, which begins here. */
    Place in(String context, int from, int to, String refusal) throws IOException {
        return place(inNode(context, from, to, refusal, from));
    }

    private int inNode(String outer, int from, int to, String refusal, int known) throws IOException {
        var context = outer;
        for (var part : JsonParts.of(json, from, to)) {
            if (part.name().equals(CONTEXT)) {
                int at = inContext(part, refusal);
                if (at >= 0) {
                    return at;
                }
                context = part.value(json);
            }
        }
        for (var part : JsonParts.of(json, from, to)) {
            if (!part.name().equals(CONTEXT) && isRefused(context, member(part.at(), part.to()), refusal)) {
                return inMember(context, part, refusal);
            }
        }
        return known;
    }

    private int inMember(String context, Part member, String refusal) throws IOException {
        if (json.charAt(member.from()) == '{') {
            return isRefused(context, member.value(json), refusal)
                    ? inNode(context, member.from(), member.to(), refusal, member.at())
                    : member.at();
        }
        var name = json.substring(member.at(), member.from());
        for (var element : JsonParts.of(json, member.from(), member.to())) {
            if (isRefused(context, "{" + name + "[" + element.value(json) + "]}", refusal)) {
                return json.charAt(element.from()) == '{' && isRefused(context, element.value(json), refusal)
                        ? inNode(context, element.from(), element.to(), refusal, element.at())
                        : element.at();
            }
        }
        return member.at();
    }

    /** The term of a context without which it is not refused so, else the context; -1 if it is not refused so alone. */
    private int inContext(Part context, String refusal) throws IOException {
        if (!isRefused(context.value(json), "{}", refusal)) {
            return -1;
        }
        if (json.charAt(context.from()) != '{') {
            return context.at();
        }
        var terms = JsonParts.of(json, context.from(), context.to());
        for (var term : terms) {
            var others = new StringBuilder();
            terms.stream()
                    .filter(other -> other != term)
                    .forEach(other -> others.append(others.isEmpty() ? "" : ",").append(json, other.at(), other.to()));
            if (!isRefused("{" + others + "}", "{}", refusal)) {
                return term.at();
            }
        }
        return context.at();
    }

    private String member(int from, int to) {
        return "{" + json.substring(from, to) + "}";
    }

    private boolean isRefused(String context, String node, String refusal) throws IOException {
        return ++trials <= MOST_TRIALS
                && trial.says("{\"@context\":" + context + ",\"@graph\":[" + node + "]}", refusal);
    }

    private Place place(int at) {
        return at < 0 ? Place.UNKNOWN : JsonLdNodes.place(json, at);
    }
}
