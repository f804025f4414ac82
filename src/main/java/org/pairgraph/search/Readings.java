package org.pairgraph.search;

import com.github.houbb.pinyin.util.PinyinHelper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How characters are read: every toneless reading that each can have, and which of them is meant in a name, as far as
 * {@code readings.tsv} says. Syllables are numbered in alphabetical order. A Latin letter or a digit reads as itself.
 */
final class Readings {
    /** No reading is known. */
    static final int NONE = -1;

    private static final Readings SHIPPED = ship();
    private static final int[] NO_READINGS = {};

    private final String[] syllables;
    private final Map<Integer, int[]> ofCharacter;
    private final Map<Integer, List<Name>> byFirst;

    private record Name(int[] text, int[] syllables) {}

    private Readings(String[] syllables, Map<Integer, int[]> ofCharacter, Map<Integer, List<Name>> byFirst) {
        this.syllables = syllables;
        this.ofCharacter = ofCharacter;
        this.byFirst = byFirst;
    }

    static Readings shipped() {
        return SHIPPED;
    }

    int syllableCount() {
        return syllables.length;
    }

    String syllable(int number) {
        return syllables[number];
    }

    /** The syllables from this one on are not before the text. */
    int firstFrom(String text) {
        int found = Arrays.binarySearch(syllables, text);
        return found >= 0 ? found : -found - 1;
    }

    /** The number of a syllable, or {@link #NONE}. */
    int number(String syllable) {
        int found = Arrays.binarySearch(syllables, syllable);
        return found >= 0 ? found : NONE;
    }

    /** Every reading of a character, the given one first unless it is {@link #NONE}. */
    int[] of(int character, int first) {
        var known = ofCharacter.getOrDefault(character, NO_READINGS);
        return first == NONE
                ? known
                : IntStream.concat(IntStream.of(first), Arrays.stream(known))
                        .distinct()
                        .toArray();
    }

    /** The reading that is meant of each character of a name. */
    int[] meant(int[] name) {
        var meant = new int[name.length];
        for (int at = 0; at < name.length; ) {
            var known = longestAt(name, at);
            if (known != null) {
                System.arraycopy(known.syllables, 0, meant, at, known.syllables.length);
                at += known.syllables.length;
            } else {
                var readings = ofCharacter.getOrDefault(name[at], NO_READINGS);
                meant[at++] = readings.length == 0 ? NONE : readings[0];
            }
        }
        return meant;
    }

    private @Nullable Name longestAt(int[] name, int at) {
        for (var known : byFirst.getOrDefault(name[at], List.of())) {
            int end = at + known.text.length;
            if (end <= name.length && Arrays.equals(known.text, 0, known.text.length, name, at, end)) {
                return known;
            }
        }
        return null;
    }

    private static Readings ship() {
        var texts = new HashMap<Integer, List<String>>();
        for (int character = '〇'; character <= '\u9fff'; character++) {
            if (Character.isIdeographic(character)) {
                texts.put(character, toneless(PinyinHelper.toPinyinList((char) character)));
            }
        }
        "abcdefghijklmnopqrstuvwxyz0123456789".chars().forEach(c -> texts.put(c, List.of(Character.toString(c))));

        var rows = rows();
        var all = new TreeSet<String>();
        texts.values().forEach(all::addAll);
        rows.forEach(row -> all.addAll(List.of(row[1].split(" "))));
        var syllables = all.toArray(String[]::new);

        var ofCharacter = new HashMap<Integer, int[]>();
        texts.forEach((character, readings) -> ofCharacter.put(character, numbers(readings, syllables)));
        return new Readings(syllables, ofCharacter, names(rows, syllables));
    }

    private static List<String> toneless(List<String> readings) {
        var toneless = new LinkedHashSet<String>();
        for (var reading : readings) {
            var letters = Folding.toneless(reading);
            if (letters.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                toneless.add(letters);
            }
        }
        return List.copyOf(toneless);
    }

    private static Map<Integer, List<Name>> names(List<String[]> rows, String[] syllables) {
        var byFirst = new HashMap<Integer, List<Name>>();
        for (var row : rows) {
            var text = Folding.han(row[0]);
            var read = numbers(List.of(row[1].split(" ")), syllables);
            if (text.length != read.length) {
                throw new IllegalStateException("readings.tsv: not one syllable for each character: " + row[0]);
            }
            byFirst.computeIfAbsent(text[0], first -> new ArrayList<>()).add(new Name(text, read));
        }
        byFirst.values().forEach(names -> names.sort(Comparator.comparing(name -> -name.text.length)));
        return byFirst;
    }

    private static int[] numbers(List<String> readings, String[] syllables) {
        return readings.stream()
                .mapToInt(reading -> Arrays.binarySearch(syllables, reading))
                .toArray();
    }

    private static List<String[]> rows() {
        try (var file = Objects.requireNonNull(Readings.class.getResourceAsStream("/search/readings.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
