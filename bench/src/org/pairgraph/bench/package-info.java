/**
 * Measures pairgraph beside its peers in one run: `bench/run`. Not part of the program; compiled by the script. Each
 * server is a process of its own with the same heap, and rounds take turns, so that what disturbs one disturbs all.
 */
package org.pairgraph.bench;
