package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A claim of any class beside another: its value, where it has one, its time, and where it is said. */
public record Statement(
        String id,
        String iri,
        @JsonProperty("class") Optional<String> type,
        Label label,
        Optional<BigDecimal> value,
        Optional<BigDecimal> valueMax,
        Optional<Thing> unit,
        Optional<String> qualifier,
        Optional<String> printedValue,
        Optional<Day> start,
        Optional<Day> end,
        Optional<Day> asOf,
        Optional<String> status,
        Optional<String> basis,
        Optional<Label> note,
        List<EvidenceRef> evidence) {}
