package org.pairgraph.api;

import java.util.List;
import java.util.Optional;
import org.pairgraph.linked.Address;

/**
 * The document about a thing in one form.
 *
 * @param iri of the thing
 */
record Document(String iri, DocumentForm form) {

    /** The document that a path names by its end; none when it ends otherwise. */
    static Optional<Document> ofPath(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : DocumentForm.ofSuffix(path.substring(dot + 1))
                        .map(form -> new Document(Address.iri(path.substring(0, dot)), form));
    }

    /** Its path on this server. */
    String path() {
        return Address.path(iri) + "." + form.suffix();
    }

    /** Its IRI. */
    String url() {
        return iri + "." + form.suffix();
    }

    /** The same document in the other forms. */
    List<Document> alternates() {
        return DocumentForm.all().stream()
                .filter(other -> other != form)
                .map(other -> new Document(iri, other))
                .toList();
    }

    /** Values of the header {@code Link} (RFC 8288) that lead to every form. */
    List<String> headers(String relation) {
        return DocumentForm.all().stream()
                .map(other -> "<%s>; rel=\"%s\"; type=\"%s\""
                        .formatted(new Document(iri, other).path(), relation, other.mediaType()))
                .toList();
    }
}
