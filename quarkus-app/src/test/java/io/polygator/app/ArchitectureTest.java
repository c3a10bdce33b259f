package io.polygator.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The application configures and starts; what it starts it knows from outside only. */
class ArchitectureTest {
    private static final JavaClasses APPLICATION =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.polygator.app");

    @Test
    void seesTheFrontsOfThePartsOnly() {
        classes()
                .that()
                .resideInAPackage("io.polygator.app")
                .and()
                .doNotHaveSimpleName("Demo")
                .and()
                .haveNameNotMatching(".*(SmppUpstreamSteps|SmppUpstreamStart|SmppBindTrial)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.polygator.app..",
                        "io.polygator.camel..",
                        "io.polygator.http",
                        "io.polygator.http.client",
                        "io.polygator.http.eventsh",
                        "io.polygator.http.kannel",
                        "io.polygator.gateway",
                        "io.polygator.gateway.account",
                        "io.polygator.gateway.message",
                        "io.polygator.smpp.esme",
                        "io.polygator.gsm.transport",
                        "io.micrometer..",
                        "io.quarkus..",
                        "io.smallrye.config..",
                        "jakarta..",
                        "org.apache.camel..",
                        "org.eclipse.microprofile..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "java..")
                .check(APPLICATION);
    }

    @Test
    void onlyTheDemoKnowsTheSimulator() {
        classes()
                .that()
                .resideInAPackage("io.polygator.simulator..")
                .should()
                .onlyHaveDependentClassesThat()
                .haveNameMatching("io\\.polygator\\.(simulator\\..*|app\\.Demo(_.*)?)")
                .allowEmptyShould(true)
                .check(APPLICATION);
    }
}
