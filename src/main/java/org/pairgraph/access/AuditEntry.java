package org.pairgraph.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;

/**
 * Something that was asked of the store, and what came of it.
 *
 * @param actor the name of the token; none when there was none that counts
 * @param source as it was asked for, which need not be a name that a source can have
 * @param outcome what was done, or the name of the problem
 * @param remote the address that asked; {@code local} for a command that opened the store itself
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"actor", "action", "source", "plan", "outcome", "remote"})
public record AuditEntry(
        Optional<String> actor,
        String action,
        Optional<String> source,
        Optional<String> plan,
        String outcome,
        String remote) {}
