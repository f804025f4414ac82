package org.pairgraph.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTypeTest {

    @ParameterizedTest
    @CsvSource({
        "THING, area/450225, https://w3id.org/pairgraph/id/area/450225",
        "CODE, county, https://w3id.org/pairgraph/code/county",
        "CLASS, IndustrialPark, https://w3id.org/pairgraph/ontology#IndustrialPark",
        "CLASS, https://example.org/terms#Park, https://example.org/terms#Park",
    })
    void aShortNameOrAFullIriIsAThing(ParameterType type, String text, String iri) {
        assertThat(type.parse(text)).contains(NodeFactory.createURI(iri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "//host/path", "https://example.org/<x>", "https://example.org/a b", "not an IRI"})
    void whatIsNoIriIsRefused(String text) {
        assertThat(ParameterType.THING.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsOfNoType(ParameterType type) {
        assertThat(type.parse("  ")).isEmpty();
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        assertThat(ParameterType.DATE.parse("2023-02-30")).isEmpty();
    }
}
