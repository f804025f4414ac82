package org.pairgraph.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the libraries that read JSON and JSON-LD say, in words for who writes such a file and not a program. */
final class JsonLdMessages {
    private record Saying(Pattern pattern, String words) {}

    /** What Jackson says. */
    private static final List<Saying> OF_JSON = List.of(
            new Saying(
                    Pattern.compile("Unexpected character \\('([“”‘’])' .*"),
                    "Curly quotation marks cannot enclose a text: write \"…\""),
            new Saying(
                    Pattern.compile("Unexpected character \\('(.)' .*expecting comma to separate .*"),
                    "A comma or a closing bracket is missing before $1"),
            new Saying(
                    Pattern.compile("Unexpected character \\('(.)' .*expecting double-quote to start field name"),
                    "A name in \"…\" was expected, but $1 stands here: is there a comma too many before it, or another quotation mark?"),
            new Saying(
                    Pattern.compile("Unexpected character \\('(.)' .*expecting a colon .*"),
                    "A colon is missing before $1"),
            new Saying(
                    Pattern.compile("Unexpected character \\('(.)' .*"),
                    "$1 cannot stand here: a text stands in \"…\", an object in {…}, a list in […]"),
            new Saying(
                    Pattern.compile("Illegal unquoted character \\(\\(CTRL-CHAR, code 1[03]\\)\\).*"),
                    "A line ends within a text: write \\\\n for the end of a line, or close the quotation mark"),
            new Saying(
                    Pattern.compile("Illegal unquoted character \\(\\(CTRL-CHAR, code (\\d+)\\)\\).*"),
                    "There is an invisible control character (number $1) here: delete it"),
            new Saying(
                    Pattern.compile("Unrecognized character escape '?(.+?)'? \\(code.*"),
                    "\\\\$1 is no escape sequence: write \\\\\\\\ for a backslash"),
            new Saying(Pattern.compile("Unrecognized token '(.*?)':.*"), "$1 is a bare word: a text stands in \"…\""),
            new Saying(Pattern.compile("Non-standard token '(.*?)':.*"), "$1 is no number that can be said in JSON"),
            new Saying(
                    Pattern.compile("Duplicate field '(.*)'"),
                    "\"$1\" stands twice in one object: write its values as a list, […]"),
            new Saying(
                    Pattern.compile("Document nesting depth \\(\\d+\\) exceeds the maximum allowed \\((\\d+).*"),
                    "Brackets are nested more than $1 deep"),
            new Saying(
                    Pattern.compile("Unexpected end-of-input.*"),
                    "The file ends before a bracket or a quotation mark is closed"));

    /** What the codes of JSON-LD mean (JSON-LD 1.1 API §9.4). */
    private static final Map<String, String> OF_CODES = Map.of(
            "INVALID_LANGUAGE_TAGGED_STRING",
                    "The value of @language must be a language tag such as \"zh-Hans\" or \"en\"",
            "INVALID_LANGUAGE_TAGGED_VALUE", "What has an @language must be a text",
            "INVALID_VALUE_OBJECT", "What has an @value may have @type or @language beside it, and nothing else",
            "INVALID_VALUE_OBJECT_VALUE", "An @value must be a text, a number, true or false",
            "INVALID_TYPED_VALUE", "The @type of a value must be the IRI of a datatype",
            "INVALID_TYPE_MAPPING", "The @type of a term must be an IRI, \"@id\" or \"@vocab\"",
            "INVALID_SET_OR_LIST_OBJECT", "What has a @list or a @set may have nothing else beside it",
            "INVALID_REVERSE_PROPERTY_VALUE", "What stands under @reverse must be things, not texts",
            "INVALID_KEYWORD_REVERSE_VALUE", "What stands under @reverse must be an object, {…}",
            "CYCLIC_IRI_MAPPING", "The terms of the context explain each other in a circle");

    private static final Pattern CODE = Pattern.compile("(?s)(.*?)\\.? ?\\[code=(\\w+)]\\.?");
    private static final Pattern NOT_TEXT =
            Pattern.compile("(?s)An @id entry was encountered whose value \\[?(.*?)]? was not a string\\.");
    private static final Pattern BAD_TYPE = Pattern.compile("(?s)@type value is not valid \\[(.*)]\\.");

    private static final int LONGEST = 300;

    private JsonLdMessages() {}

    static String plain(String message) {
        return ofJson(message)
                .or(() -> ofCode(message))
                .or(() -> matched(NOT_TEXT, message, "An @id must be an IRI in \"…\", not $1"))
                .or(() -> matched(BAD_TYPE, message, "An @type must be an IRI in \"…\" or a list of such, not $1"))
                .map(JsonLdMessages::cut)
                .orElse(cut(message));
    }

    private static String cut(String message) {
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }

    private static Optional<String> ofJson(String message) {
        return OF_JSON.stream()
                .flatMap(saying -> matched(saying.pattern(), message, saying.words()).stream())
                .findFirst();
    }

    private static Optional<String> ofCode(String message) {
        var coded = CODE.matcher(message);
        return coded.matches() ? Optional.of(OF_CODES.getOrDefault(coded.group(2), coded.group(1))) : Optional.empty();
    }

    private static Optional<String> matched(Pattern pattern, String message, String words) {
        var matcher = pattern.matcher(message);
        return matcher.matches() ? Optional.of(matcher.replaceFirst(words)) : Optional.empty();
    }
}
