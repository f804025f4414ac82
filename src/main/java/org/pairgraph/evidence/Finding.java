package org.pairgraph.evidence;

import java.util.Optional;

/** What became of one passage. Only {@link Found} is good. */
public sealed interface Finding {
    /** The IRI of the evidence. */
    String evidence();

    /** The document has exactly this passage at exactly this place. */
    record Found(String evidence) implements Finding {}

    /**
     * Other words stand at the place.
     *
     * @param elsewhere the nearest place where the passage stands, if it was found
     */
    record Drifted(String evidence, Place stated, Optional<Place> elsewhere) implements Finding {}

    /**
     * The document ends before the passage does.
     *
     * @param length how many code points the document has
     */
    record OutOfBounds(String evidence, Place stated, int length) implements Finding {}

    /** The passage stands at its place, on other lines than stated. */
    record LinesDiffer(String evidence, Place stated, Place actual) implements Finding {}

    /**
     * No file of the folder has the digest of the document.
     *
     * @param sameName whether a file of that name is there, with another content
     */
    record DocumentMissing(String evidence, Document document, boolean sameName) implements Finding {}

    /**
     * The file of the document is not UTF-8.
     *
     * @param position the offset of the first byte that cannot be read
     */
    record NotUtf8(String evidence, Document document, String file, long position) implements Finding {}

    /**
     * The graph does not say where the passage is.
     *
     * @param property the property at fault, with its prefix
     * @param problem whose property it is and what is wrong with it
     */
    record Malformed(String evidence, String property, String problem) implements Finding {}
}
