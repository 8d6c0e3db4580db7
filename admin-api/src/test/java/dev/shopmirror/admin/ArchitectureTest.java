package dev.shopmirror.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.shopmirror.admin");

    @Test
    void featuresFormNoCycle() {
        slices().matching("dev.shopmirror.admin.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    /** The compiler keeps package-private types inside; what is left to check is that nobody opened them up. */
    @Test
    void waysIntoAFeatureStayItsOwn() {
        classes()
                .that()
                .haveNameMatching(".*(Resource|Repository|Config|RestClient|Mapper|Producer)")
                .should()
                .notBePublic()
                .check(SERVICE);
    }

    @Test
    void onlyTheShopifyFeatureCallsOut() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.shopmirror.admin.shopify..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.microprofile.rest.client..", "java.net.http..")
                .check(SERVICE);
    }
}
