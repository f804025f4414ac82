package org.pairgraph.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms of the ontology, each under its local name: classes first, then properties. A test holds this list against
 * {@code ontology/}, both ways.
 */
public final class PG {
    /** The namespace of every term. */
    public static final String NAMESPACE = "https://w3id.org/pairgraph/ontology#";

    public static final Node Area = term("Area");
    public static final Node Base = term("Base");
    public static final Node Change = term("Change");
    public static final Node City = term("City");
    public static final Node Claim = term("Claim");
    public static final Node CoBuilding = term("CoBuilding");
    public static final Node County = term("County");
    public static final Node Document = term("Document");
    public static final Node Enterprise = term("Enterprise");
    public static final Node Event = term("Event");
    public static final Node Evidence = term("Evidence");
    public static final Node GovernmentBody = term("GovernmentBody");
    public static final Node Hospital = term("Hospital");
    public static final Node IndustrialPark = term("IndustrialPark");
    public static final Node Initiative = term("Initiative");
    public static final Node Observation = term("Observation");
    public static final Node Organization = term("Organization");
    public static final Node Pairing = term("Pairing");
    public static final Node Party = term("Party");
    public static final Node PartyGroup = term("PartyGroup");
    public static final Node Person = term("Person");
    public static final Node Posting = term("Posting");
    public static final Node Prefecture = term("Prefecture");
    public static final Node Product = term("Product");
    public static final Node Programme = term("Programme");
    public static final Node Province = term("Province");
    public static final Node PublicInstitution = term("PublicInstitution");
    public static final Node Revision = term("Revision");
    public static final Node School = term("School");
    public static final Node Site = term("Site");
    public static final Node SocialOrganization = term("SocialOrganization");
    public static final Node SourceVersion = term("SourceVersion");
    public static final Node Task = term("Task");
    public static final Node Township = term("Township");
    public static final Node Village = term("Village");
    public static final Node Workshop = term("Workshop");
    public static final Node about = term("about");
    public static final Node action = term("action");
    public static final Node actor = term("actor");
    public static final Node addedTriples = term("addedTriples");
    public static final Node adminCode = term("adminCode");
    public static final Node asOf = term("asOf");
    public static final Node asOfPrecision = term("asOfPrecision");
    public static final Node basis = term("basis");
    public static final Node builds = term("builds");
    public static final Node change = term("change");
    public static final Node countQualifier = term("countQualifier");
    public static final Node countyType = term("countyType");
    public static final Node deadline = term("deadline");
    public static final Node deadlinePrecision = term("deadlinePrecision");
    public static final Node disagreesWith = term("disagreesWith");
    public static final Node document = term("document");
    public static final Node documentKind = term("documentKind");
    public static final Node documentNumber = term("documentNumber");
    public static final Node duration = term("duration");
    public static final Node endDate = term("endDate");
    public static final Node endLine = term("endLine");
    public static final Node endPrecision = term("endPrecision");
    public static final Node eventKind = term("eventKind");
    public static final Node evidence = term("evidence");
    public static final Node fileDigest = term("fileDigest");
    public static final Node from = term("from");
    public static final Node graph = term("graph");
    public static final Node indicator = term("indicator");
    public static final Node matches = term("matches");
    public static final Node memberCount = term("memberCount");
    public static final Node memberKind = term("memberKind");
    public static final Node namedMember = term("namedMember");
    public static final Node note = term("note");
    public static final Node pairingKind = term("pairingKind");
    public static final Node participant = term("participant");
    public static final Node partOf = term("partOf");
    public static final Node passageDigest = term("passageDigest");
    public static final Node percentChange = term("percentChange");
    public static final Node percentOfTarget = term("percentOfTarget");
    public static final Node person = term("person");
    public static final Node pointSource = term("pointSource");
    public static final Node post = term("post");
    public static final Node printedValue = term("printedValue");
    public static final Node programme = term("programme");
    public static final Node recordedAt = term("recordedAt");
    public static final Node removedTriples = term("removedTriples");
    public static final Node responsible = term("responsible");
    public static final Node revisionNumber = term("revisionNumber");
    public static final Node signed = term("signed");
    public static final Node source = term("source");
    public static final Node startDate = term("startDate");
    public static final Node startLine = term("startLine");
    public static final Node startPrecision = term("startPrecision");
    public static final Node status = term("status");
    public static final Node supported = term("supported");
    public static final Node supportedArea = term("supportedArea");
    public static final Node supporter = term("supporter");
    public static final Node supporterArea = term("supporterArea");
    public static final Node supports = term("supports");
    public static final Node textDigest = term("textDigest");
    public static final Node to = term("to");
    public static final Node toolVersion = term("toolVersion");
    public static final Node townshipType = term("townshipType");
    public static final Node tripleCount = term("tripleCount");
    public static final Node unit = term("unit");
    public static final Node value = term("value");
    public static final Node valueMax = term("valueMax");
    public static final Node valueQualifier = term("valueQualifier");
    public static final Node version = term("version");
    public static final Node versionNumber = term("versionNumber");
    public static final Node villageType = term("villageType");
    public static final Node within = term("within");
    public static final Node withinTransitive = term("withinTransitive");

    private PG() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
