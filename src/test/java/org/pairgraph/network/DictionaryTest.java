package org.pairgraph.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Property(tries = 300)
    void numbersFollowTheOrderOfTheTermsAlsoWhenOthersJoinLater(
            @ForAll("terms") Set<String> first, @ForAll("terms") Set<String> second) {
        var before = dictionary(Dictionary.EMPTY, first);
        var after = dictionary(before, second);

        var all = new TreeSet<String>((one, other) -> Arrays.compareUnsigned(utf8(one), utf8(other)));
        all.addAll(first);
        all.addAll(second);
        assertThat(terms(after)).containsExactlyElementsOf(all);
        assertThat(all)
                .allSatisfy(term -> assertThat(after.term(after.find(term))).isEqualTo(term));
    }

    @Property(tries = 300)
    void whatWasNotAddedIsNotFound(@ForAll("terms") Set<String> known, @ForAll("terms") Set<String> asked) {
        var dictionary = dictionary(Dictionary.EMPTY, known);

        for (var term : asked) {
            assertThat(dictionary.find(term) >= 0).isEqualTo(known.contains(term));
            assertThat(dictionary.firstAfter(term)).isEqualTo((int) known.stream()
                    .filter(other -> Arrays.compareUnsigned(utf8(other), utf8(term)) <= 0)
                    .count());
        }
    }

    @Test
    void theOldNumbersAreToldWhatBecameOfThem() {
        var before = dictionary(Dictionary.EMPTY, List.of("urn:b", "urn:d"));
        var builder = new Dictionary.Builder(before);
        int provisional = builder.add("urn:c");

        var built = builder.build();

        assertThat(provisional).isEqualTo(2);
        assertThat(built.numbers()).containsExactly(0, 2, 1);
    }

    @Test
    void moreNamespacesThanHaveANumberAreKeptWhole() {
        var terms = IntStream.range(0, 2_000)
                .mapToObj(number -> "https://example.org/" + number + "/x")
                .toList();

        var dictionary = dictionary(dictionary(Dictionary.EMPTY, terms.subList(0, 700)), terms);

        assertThat(terms(dictionary))
                .containsExactlyElementsOf(terms.stream().sorted().toList());
        assertThat(terms).allSatisfy(term -> assertThat(dictionary.find(term)).isNotNegative());
        assertThat(dictionary.find("https://example.org/2000/x")).isEqualTo(-1);
    }

    @Provide
    Arbitrary<Set<String>> terms() {
        var namespace =
                Arbitraries.of("", "https://w3id.org/pairgraph/id/area/", "https://w3id.org/pairgraph/id/", "urn:x#");
        var rest = Arbitraries.of("a", "b", "/", "#", "村", "𠀀", "\uFFFD")
                .list()
                .ofMaxSize(5)
                .map(letters -> String.join("", letters));
        return namespace.flatMap(start -> rest.map(start::concat)).set().ofMaxSize(60);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Dictionary dictionary(Dictionary base, Iterable<String> terms) {
        var builder = new Dictionary.Builder(base);
        terms.forEach(builder::add);
        return builder.build().dictionary();
    }

    private static List<String> terms(Dictionary dictionary) {
        return IntStream.range(0, dictionary.size()).mapToObj(dictionary::term).toList();
    }
}
