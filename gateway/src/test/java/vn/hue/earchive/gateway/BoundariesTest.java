package vn.hue.earchive.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "vn.hue.earchive.gateway",
        importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("vn.hue.earchive.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule knowsNoDomain =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "vn.hue.earchive.document..",
                            "vn.hue.earchive.archive..",
                            "vn.hue.earchive.search..",
                            "vn.hue.earchive.kit..",
                            "jakarta.persistence..");

    /** A blocked event loop stops every request on it. */
    @ArchTest
    static final ArchRule neverBlocks =
            noClasses()
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(java.util.concurrent.CompletableFuture.class, "join")
                    .orShould()
                    .callMethod(java.util.concurrent.CompletableFuture.class, "get");
}
