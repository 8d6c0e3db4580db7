package dev.shopmirror.sync;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.shopmirror.sync");

    @Test
    void featuresHaveNoCycles() {
        slices().matching("dev.shopmirror.sync.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void decisionsArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("..sync.change..", "..sync.payload..", "..sync.table..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..")
                .check(classes);
    }

    @Test
    void nothingCallsShopifyOrSeesATest() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "dev.shopmirror.localstack..", "dev.shopmirror.simulator..")
                .check(classes);
    }
}
