/**
 * The JSON API: parse a request, ask, render; and every error as a problem (RFC 9457).
 *
 * <p>The door is {@link org.pairgraph.api.Api}. It promises what {@code openapi.yaml} says and nothing else: a test
 * compares both. What an answer means is in the rooms that it asks.
 */
@NullMarked
package org.pairgraph.api;

import org.jspecify.annotations.NullMarked;
