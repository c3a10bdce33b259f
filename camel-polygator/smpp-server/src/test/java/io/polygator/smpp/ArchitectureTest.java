package io.polygator.smpp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The parts of the SMPP server and what each may see; everything else is forbidden. */
@AnalyzeClasses(packages = "io.polygator.smpp", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule whatCallersSeeIsPure = classes()
            .that()
            .resideInAPackage("io.polygator.smpp.esme")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.smpp.esme",
                    "io.polygator.gsm.octets",
                    "io.polygator.gsm.sms..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule theCodecKnowsOctetsAndValues = classes()
            .that()
            .resideInAPackage("io.polygator.smpp.wire")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.smpp.wire",
                    "io.polygator.smpp.esme",
                    "io.polygator.gsm.octets",
                    "org.jsmpp..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule whatPdusMeanIsAFunction = classes()
            .that()
            .resideInAPackage("io.polygator.smpp.message")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.smpp.message",
                    "io.polygator.smpp.wire",
                    "io.polygator.smpp.esme",
                    "io.polygator.gsm.octets",
                    "io.polygator.gsm.sms..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule jsmppIsTheCodecOnly = noClasses()
            .that()
            .resideOutsideOfPackage("io.polygator.smpp.wire")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsmpp..");

    @ArchTest
    static final ArchRule itsSessionsAreNotUsed =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.jsmpp.session..", "org.jsmpp.extra..");

    @ArchTest
    static final ArchRule sessionsDoNotKnowTheFacade = noClasses()
            .that()
            .resideInAPackage("io.polygator.smpp.session")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.polygator.smpp");

    @ArchTest
    static final ArchRule theTimeComesFromOutside = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Common|Misc|Stuff|Manager)$");
}
