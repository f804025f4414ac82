package org.pairgraph.network;

import java.util.Optional;

/**
 * A party or a site.
 *
 * @param type the local name of its class, such as {@code County}
 * @param within the place that it lies in directly
 * @param group for a counted group what is known of it; it mostly has no label of its own
 */
public record NetworkNode(
        String iri,
        Optional<String> type,
        Optional<String> zh,
        Optional<String> en,
        Optional<String> within,
        Optional<GroupSize> group) {}
