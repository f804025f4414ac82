package org.pairgraph.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.pairgraph.ingest.UnknownTerms.UnknownTerm;

/**
 * What an import would do. Nothing is written to the store until it is applied.
 *
 * @param id names the plan
 * @param source whose next version the files would be
 * @param baseRevision that the plan was made against
 * @param applicable whether nothing must be mended first
 * @param files in their order
 * @param syntaxErrors what is wrong with the files as such, in their order
 * @param shapeResults what the shapes say of the dataset as it would be, the gravest first
 * @param unknownTerms of our namespaces
 * @param lookalikes new parties that look like known ones
 * @param dependants things that nobody would describe any more although others refer to them
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ImportPlan(
        String id,
        String source,
        int baseRevision,
        Instant madeAt,
        boolean applicable,
        List<PlannedFile> files,
        List<FileError> syntaxErrors,
        List<ShapeResult> shapeResults,
        List<UnknownTerm> unknownTerms,
        Triples triples,
        List<Lookalike> lookalikes,
        List<Dependant> dependants,
        TotalsChange totals,
        List<String> warnings) {

    /**
     * One of the files.
     *
     * @param name as its sender calls it; it is never a path
     * @param digest SHA-256 of its bytes, hex; empty when it cannot be read
     */
    public record PlannedFile(String name, RdfFormat format, String digest) {}

    /** A {@link SyntaxError} of one of the files. */
    public record FileError(String file, long line, long column, String message, String excerpt) {}

    /** How many triples the source would gain, lose and keep. */
    public record Triples(long added, long removed, long unchanged) {}

    /**
     * A new party that may be one that is there already.
     *
     * @param why what both have in common
     */
    public record Lookalike(String iri, String existing, String why) {}

    /**
     * A thing that others refer to and nobody would describe.
     *
     * @param by who refers to it, at most ten
     * @param references how many triples do
     */
    public record Dependant(String iri, List<String> by, long references) {}

    /** The totals now and as they would be. */
    public record TotalsChange(Totals before, Totals after) {}

    public ImportPlan {
        files = List.copyOf(files);
        syntaxErrors = List.copyOf(syntaxErrors);
        shapeResults = List.copyOf(shapeResults);
        unknownTerms = List.copyOf(unknownTerms);
        lookalikes = List.copyOf(lookalikes);
        dependants = List.copyOf(dependants);
        warnings = List.copyOf(warnings);
    }

    /** Whether a steward who agreed to the other plan would agree to this one: all that they decided on is the same. */
    boolean saysTheSameAs(ImportPlan other) {
        return applicable == other.applicable
                && triples.equals(other.triples)
                && shapeResults.equals(other.shapeResults)
                && lookalikes.equals(other.lookalikes)
                && dependants.equals(other.dependants);
    }
}
