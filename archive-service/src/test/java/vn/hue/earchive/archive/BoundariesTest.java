package vn.hue.earchive.archive;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

/** What may depend on what in this service. */
@AnalyzeClasses(
        packages = "vn.hue.earchive.archive",
        importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLE =
            slices().matching("vn.hue.earchive.archive.(*)..").should().beFreeOfCycles();

    /** The package format knows nothing of stores, databases or HTTP. */
    @ArchTest
    static final ArchRule THE_PACKAGE_FORMAT_STANDS_ALONE =
            noClasses()
                    .that()
                    .resideInAPackage("..archive.aip..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..archive.store..",
                            "..archive.intake..",
                            "..archive.custody..",
                            "..archive.use..",
                            "jakarta.persistence..",
                            "jakarta.ws.rs..");

    /** The archive store can be read without a database. */
    @ArchTest
    static final ArchRule THE_STORE_NEEDS_NO_DATABASE =
            noClasses()
                    .that()
                    .resideInAPackage("..archive.store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..archive.intake..",
                            "..archive.custody..",
                            "..archive.use..",
                            "jakarta.persistence..",
                            "jakarta.ws.rs..");

    /** Use and custody go on when nothing is taken in. */
    @ArchTest
    static final ArchRule NOBODY_DEPENDS_ON_THE_INTAKE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..archive.intake..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..archive.intake..");

    @ArchTest
    static final ArchRule ENTITIES_STAY_IN_THEIR_FEATURE =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule RESOURCES_STAY_IN_THEIR_FEATURE =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();
}
