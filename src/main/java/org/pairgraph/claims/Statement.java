package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A claim of any class beside another: its value, where it has one, its time, and where it is said. */
public record Statement(
        @JsonUnwrapped Thing thing,
        Optional<BigDecimal> value,
        Optional<BigDecimal> valueMax,
        Optional<Thing> unit,
        Optional<String> qualifier,
        Optional<String> printedValue,
        @JsonUnwrapped Standing standing,
        Optional<Label> note,
        List<EvidenceRef> evidence) {}
