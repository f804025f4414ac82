package org.pairgraph.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A figure that a document gives.
 *
 * @param value 万 and 亿 resolved, the unit not converted
 * @param valueMax the upper value of a range
 * @param percentOfTarget 137 is 137 %
 */
public record Observation(
        @JsonUnwrapped Named named,
        List<Thing> about,
        Optional<Thing> indicator,
        Optional<BigDecimal> value,
        Optional<BigDecimal> valueMax,
        Optional<Thing> unit,
        Optional<String> qualifier,
        Optional<String> printedValue,
        Optional<BigDecimal> percentOfTarget,
        Optional<BigDecimal> percentChange,
        Optional<Thing> from,
        Optional<Thing> to,
        Optional<Thing> programme,
        @JsonUnwrapped Standing standing,
        Optional<Label> note,
        List<Thing> partOf,
        List<Thing> disagreesWith,
        List<EvidenceRef> evidence) {}
