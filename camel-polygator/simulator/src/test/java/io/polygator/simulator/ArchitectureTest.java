package io.polygator.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.polygator.simulator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule playsTheModulesSideOfTheWireOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.gsm.modem..",
                    "io.polygator.gsm.at.session..",
                    "io.polygator.gateway..",
                    "org.apache.camel..",
                    "io.netty..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("..simulator.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..");

    @ArchTest
    static final ArchRule partsDoNotSeeTheWhole = noClasses()
            .that()
            .resideInAnyPackage("..fault..", "..network..", "..module..", "..port..", "..programs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.polygator.simulator", "io.polygator.simulator.cli");

    @ArchTest
    static final ArchRule programsAreRunByTheTestKitAlone = noClasses()
            .that()
            .resideOutsideOfPackage("..simulator.programs..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Process.class);

    @ArchTest
    static final ArchRule timeComesFromTheLoop = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.polygator.simulator.(*)..").should().beFreeOfCycles();
}
