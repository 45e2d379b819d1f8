package vn.hue.earchive.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What may know what. Red when folding meets a framework, a projection meets HTTP, a query meets
 * Kafka, or two packages know each other.
 */
@AnalyzeClasses(
        packages = "vn.hue.earchive.search",
        importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("vn.hue.earchive.search.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule textIsPure =
            classes()
                    .that()
                    .resideInAPackage("..search.text..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "..search.text..");

    @ArchTest
    static final ArchRule factsStayInTheProjection =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..search.projection..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "vn.hue.earchive.document.events..",
                            "vn.hue.earchive.archive.events..",
                            "vn.hue.earchive.kit.inbox..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule httpStaysInTheQuery =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..search.projection..", "..search.index..", "..search.text..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..", "vn.hue.earchive.kit.rest..");

    @ArchTest
    static final ArchRule onlyIndexAndQueryKnowTheEngine =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..search.index..", "..search.query..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.opensearch..");

    @ArchTest
    static final ArchRule onlyTheIndexCallsTheEngine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..search.index..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.opensearch.client.opensearch.OpenSearchClient");

    @ArchTest
    static final ArchRule timeComesFromTheClock =
            noClasses()
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");
}
