package org.pairgraph.ingest;

/** The text of one line around a place, fit to be printed: at most 120 characters, control characters escaped. */
final class Excerpt {
    private static final int AROUND = 50;
    private static final int MOST = 120;

    private Excerpt() {}

    static String of(CharSequence text, int place) {
        int from = place;
        while (from > 0 && place - from < AROUND && !isLineEnd(text.charAt(from - 1))) {
            from--;
        }
        int to = Math.min(place, text.length());
        while (to < text.length() && to - place < AROUND && !isLineEnd(text.charAt(to))) {
            to++;
        }
        return escape(text.subSequence(from, Math.max(from, to)).toString().strip());
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static String escape(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            var shown = isPlain(c) ? Character.toString(c) : "\\u%04X".formatted(c);
            if (out.length() + shown.length() <= MOST) {
                out.append(shown);
            }
        });
        return out.toString();
    }

    /** Neither control, nor invisible, nor changing direction, nor half of a character. */
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR -> false;
            default -> true;
        };
    }
}
