package vn.hue.earchive.document;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What may depend on what in this service. Red when a feature reaches into one that builds on it.
 */
@AnalyzeClasses(
        packages = "vn.hue.earchive.document",
        importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching("vn.hue.earchive.document.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EVENTS_ARE_PLAIN =
            noClasses()
                    .that()
                    .resideInAPackage("vn.hue.earchive.document.events..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..");

    @ArchTest
    static final ArchRule PURE_RULES_KNOW_NO_FRAMEWORK =
            noClasses()
                    .that()
                    .haveSimpleName("DossierState")
                    .or()
                    .haveSimpleName("ClosingRules")
                    .or()
                    .haveSimpleName("FileCodes")
                    .or()
                    .haveSimpleName("DocumentNumber")
                    .or()
                    .haveSimpleName("EdxmlReader")
                    .or()
                    .resideInAPackage("..document.text..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..");

    @ArchTest
    static final ArchRule RESOURCES_STAY_IN_THEIR_FEATURE =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

    /** Static factories of views may read an entity; a component must not be one. */
    @ArchTest
    static final ArchRule ENTITIES_NEVER_LEAVE_AS_JSON =
            noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("View")
                    .should()
                    .haveRawType(annotatedWith(Entity.class));

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone");
}
