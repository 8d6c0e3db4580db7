package dev.shopmirror.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.shopmirror.ingest");

    @Test
    void featuresFormNoCycle() {
        slices().matching("dev.shopmirror.ingest.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void thereIsNoDatabaseAndNoCallToShopifyHere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..",
                        "java.sql..",
                        "org.hibernate..",
                        "io.vertx.pgclient..",
                        "io.vertx.sqlclient..",
                        "jakarta.ws.rs.client..",
                        "org.eclipse.microprofile.rest.client..",
                        "java.net.http..")
                .check(CLASSES);
    }

    /** The compiler keeps features to each other's public types; only the way in may see all of them. */
    @Test
    void onlyTheIntakeKnowsTheOtherFeatures() {
        noClasses()
                .that()
                .resideInAnyPackage("..ingest.signature..", "..ingest.publishing..", "..ingest.problem..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..ingest.intake..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..ingest.signature..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..ingest.publishing..")
                .check(CLASSES);
    }
}
