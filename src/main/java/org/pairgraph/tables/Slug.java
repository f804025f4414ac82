package org.pairgraph.tables;

import java.text.Normalizer;
import java.util.Locale;

/** The form of a name in an id: lower-case letters and digits, divided by hyphens. */
final class Slug {
    private Slug() {}

    /** Reads pinyin with or without tone marks. */
    static String parse(String text) throws UnreadableCell {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_.'’-]+", "-")
                .replaceAll("^-|-$", "");
        if (!plain.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new UnreadableCell(
                    "this is not pinyin: write letters and digits, such as zhiye xuexiao",
                    "这不是拼音：请用字母和数字，如zhiye xuexiao");
        }
        return plain;
    }
}
