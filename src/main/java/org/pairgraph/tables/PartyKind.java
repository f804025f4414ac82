package org.pairgraph.tables;

import org.apache.jena.graph.Node;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/** A kind of party that a table may name: its class, and where its ids begin. */
enum PartyKind {
    SCHOOL("school", PG.School, "school"),
    HOSPITAL("hospital", PG.Hospital, "hospital"),
    ENTERPRISE("enterprise", PG.Enterprise, "enterprise"),
    SOCIAL_ORGANIZATION("social-organization", PG.SocialOrganization, "organization"),
    PUBLIC_INSTITUTION("public-institution", PG.PublicInstitution, "organization"),
    GOVERNMENT_BODY("government-body", PG.GovernmentBody, "organization"),
    VILLAGE("village", PG.Village, "area");

    private final String code;
    private final Node type;
    private final String folder;

    PartyKind(String code, Node type, String folder) {
        this.code = code;
        this.type = type;
        this.folder = folder;
    }

    static PartyKind of(Node node) throws UnreadableCell {
        for (var kind : values()) {
            if (node.getURI().equals(PGC.NAMESPACE + kind.code)) {
                return kind;
            }
        }
        throw new UnreadableCell(
                "areas of this kind are paired by the template county-pairings: use that",
                "这类地区的结对请用模板county-pairings");
    }

    String code() {
        return code;
    }

    Node type() {
        return type;
    }

    String folder() {
        return folder;
    }

    Message called() {
        return switch (this) {
            case SCHOOL -> new Message("school", "学校");
            case HOSPITAL -> new Message("hospital", "医院");
            case ENTERPRISE -> new Message("enterprise", "企业");
            case SOCIAL_ORGANIZATION -> new Message("social organization", "社会组织");
            case PUBLIC_INSTITUTION -> new Message("public institution", "事业单位");
            case GOVERNMENT_BODY -> new Message("government body", "党政机关");
            case VILLAGE -> new Message("village", "村");
        };
    }
}
