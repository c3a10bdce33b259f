package io.polygator.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The parts of the gateway and what each may see; everything else is forbidden. */
@AnalyzeClasses(packages = "io.polygator.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule messagesAreValues = classes()
            .that()
            .resideInAPackage("io.polygator.gateway.message")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.gateway.message",
                    "io.polygator.gsm.modem",
                    "io.polygator.gsm.octets",
                    "io.polygator.gsm.sms..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule choosingIsPure = classes()
            .that()
            .resideInAPackage("io.polygator.gateway.selection")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.gateway.selection", "io.polygator.gateway.message", "org.jspecify..", "java..");

    @ArchTest
    static final ArchRule budgetsKnowNothingOfWhatIsSent = classes()
            .that()
            .resideInAPackage("io.polygator.gateway.quota")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.polygator.gateway.quota", "org.jspecify..", "java..");

    @ArchTest
    static final ArchRule mailboxesKnowNothingOfWhatTheyHold = classes()
            .that()
            .resideInAPackage("io.polygator.gateway.mailbox")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.polygator.gateway.mailbox", "org.jspecify..", "java..");

    @ArchTest
    static final ArchRule storesKnowMessagesAndNoChannels = classes()
            .that()
            .resideInAPackage("io.polygator.gateway.store")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.gateway.store",
                    "io.polygator.gateway.mailbox",
                    "io.polygator.gateway.message",
                    "io.polygator.gateway.quota",
                    "io.polygator.gsm.octets",
                    "io.polygator.gsm.sms..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "java..");

    @ArchTest
    static final ArchRule reportsAreMatchedByPureRules = classes()
            .that()
            .resideInAPackage("io.polygator.gateway.delivery")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.gateway.delivery",
                    "io.polygator.gateway.store",
                    "io.polygator.gateway.message",
                    "io.polygator.gsm.octets",
                    "io.polygator.gsm.sms..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule channelsDoNotKnowWhatIsStored = classes()
            .that()
            .resideInAPackage("io.polygator.gateway.channel")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.gateway.channel",
                    "io.polygator.gateway.message",
                    "io.polygator.gateway.quota",
                    "io.polygator.gateway.selection",
                    "io.polygator.gsm.modem",
                    "io.polygator.gsm.sms..",
                    "io.polygator.gsm.transport",
                    "org.jspecify..",
                    "org.slf4j..",
                    "java..",
                    "javax.crypto..");

    @ArchTest
    static final ArchRule accountsKnowNothingOfWhatTheyAreFor = classes()
            .that()
            .resideInAPackage("io.polygator.gateway.account")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.gateway.account",
                    "io.polygator.gateway.quota",
                    "io.polygator.gsm.octets",
                    "org.snakeyaml.engine..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "java..",
                    "javax.crypto..");

    @ArchTest
    static final ArchRule onlyTheFileOfAccountsIsYaml = noClasses()
            .that()
            .resideOutsideOfPackage("io.polygator.gateway.account")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule theEngineKnowsStoresByTheirContract = noClasses()
            .that()
            .resideOutsideOfPackage("io.polygator.gateway.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.polygator.gateway.store.jdbc..");

    @ArchTest
    static final ArchRule onlyTheStoreOfDatabasesSpeaksSql = noClasses()
            .that()
            .resideOutsideOfPackage("io.polygator.gateway.store.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule theTimeComesFromTheLoop = noClasses()
            .that()
            .resideOutsideOfPackage("io.polygator.gateway.store.jdbc..")
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
