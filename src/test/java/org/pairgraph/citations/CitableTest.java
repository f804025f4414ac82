package org.pairgraph.citations;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pairgraph.sparql.NamedQuery;
import org.pairgraph.sparql.QueryCatalogue;

/** Which queries can be cited. */
class CitableTest {
    static Stream<Named<NamedQuery>> catalogue() {
        return QueryCatalogue.of(Path.of("queries")).queries().stream().map(query -> Named.of(query.name(), query));
    }

    /** Many of them join texts with GROUP_CONCAT, in an order that they say. */
    @ParameterizedTest
    @MethodSource("catalogue")
    void everyQueryOfTheCatalogueIs(NamedQuery query) {
        assertThatCode(() -> Citable.of(query.bind(Map.of()), Map.of())).doesNotThrowAnyException();
    }
}
