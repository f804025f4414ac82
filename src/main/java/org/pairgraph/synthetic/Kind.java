package org.pairgraph.synthetic;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.pairgraph.vocab.PG;

/** The kinds of party that have a name, each with the kind that it lies within. */
enum Kind {
    PROVINCE(PG.Province, null),
    CITY(PG.City, PROVINCE),
    COUNTY(PG.County, CITY),
    TOWNSHIP(PG.Township, COUNTY),
    VILLAGE(PG.Village, TOWNSHIP),
    SCHOOL(PG.School, COUNTY),
    HOSPITAL(PG.Hospital, COUNTY),
    ENTERPRISE(PG.Enterprise, COUNTY),
    SOCIAL_ORGANIZATION(PG.SocialOrganization, COUNTY),
    PUBLIC_INSTITUTION(PG.PublicInstitution, COUNTY),
    GOVERNMENT_BODY(PG.GovernmentBody, COUNTY);

    private final Node type;
    private final Optional<Kind> parent;

    Kind(Node type, @Nullable Kind parent) {
        this.type = type;
        this.parent = Optional.ofNullable(parent);
    }

    Node type() {
        return type;
    }

    Optional<Kind> parent() {
        return parent;
    }

    /** Its code in the list of the kinds of party; also the first part of its IRIs. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
