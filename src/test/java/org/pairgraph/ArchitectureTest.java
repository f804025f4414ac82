package org.pairgraph;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders between the rooms, as ARCHITECTURE.md draws them. */
@AnalyzeClasses(packages = "org.pairgraph", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CALLS_GO_DOWNWARDS_ONLY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("org.pairgraph.cli")
            .layer("server")
            .definedBy("org.pairgraph.server")
            .layer("api")
            .definedBy("org.pairgraph.api")
            .layer("sparql")
            .definedBy("org.pairgraph.sparql")
            .layer("ingest")
            .definedBy("org.pairgraph.ingest")
            .layer("claims")
            .definedBy("org.pairgraph.claims")
            .optionalLayer("network")
            .definedBy("org.pairgraph.network")
            .layer("search")
            .definedBy("org.pairgraph.search")
            .layer("evidence")
            .definedBy("org.pairgraph.evidence")
            .layer("terms")
            .definedBy("org.pairgraph.terms")
            .layer("access")
            .definedBy("org.pairgraph.access")
            .layer("tables")
            .definedBy("org.pairgraph.tables")
            .layer("synthetic")
            .definedBy("org.pairgraph.synthetic")
            .layer("citations")
            .definedBy("org.pairgraph.citations")
            .layer("export")
            .definedBy("org.pairgraph.export")
            .layer("saved")
            .definedBy("org.pairgraph.saved")
            .layer("linked")
            .definedBy("org.pairgraph.linked")
            .layer("store")
            .definedBy("org.pairgraph.store")
            .layer("vocab")
            .definedBy("org.pairgraph.vocab")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("sparql")
            .mayOnlyBeAccessedByLayers("cli", "server", "api", "citations", "saved")
            .whereLayer("ingest")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("claims")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("network")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("search")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("terms")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("tables")
            .mayOnlyBeAccessedByLayers("cli", "api")
            .whereLayer("synthetic")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("citations")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("saved")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("linked")
            .mayOnlyBeAccessedByLayers("cli", "server", "api")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers(
                    "cli",
                    "server",
                    "api",
                    "sparql",
                    "ingest",
                    "claims",
                    "network",
                    "search",
                    "evidence",
                    "access",
                    "citations",
                    "export",
                    "saved",
                    "linked")
            .ignoreDependency(alwaysTrue(), resideInAPackage("org.pairgraph.vocab"));

    @ArchTest
    static final ArchRule RDF4J_STAYS_IN_INGEST = noClasses()
            .that()
            .resideOutsideOfPackage("org.pairgraph.ingest")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.rdf4j..");

    @ArchTest
    static final ArchRule TDB2_STAYS_IN_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("org.pairgraph.store")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.jena.tdb2..");

    @ArchTest
    static final ArchRule JAVALIN_STAYS_IN_API_AND_SERVER = noClasses()
            .that()
            .resideOutsideOfPackages("org.pairgraph.api", "org.pairgraph.server")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.javalin..");
}
