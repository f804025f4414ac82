package org.pairgraph.network;

import java.util.List;

/**
 * What is known of a counted group.
 *
 * @param count how many members it has
 * @param qualifier how exact that is, such as {@code exact}; empty when it is not said
 * @param kinds what its members are, in order
 * @param named how many of them have a name
 */
public record GroupSize(int count, String qualifier, List<String> kinds, int named) {}
