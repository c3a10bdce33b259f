package io.polygator.camel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.polygator.gateway.store.DeadLetter;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Instant;

/** Edges translate and do nothing else; what they may see says so. */
@AnalyzeClasses(
        packages = {"io.polygator.camel", "io.polygator.http"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OPENS_THE_GATEWAY = "OwnGateway";
    private static final String OPENS_THE_STORE = "OwnStore";
    private static final DescribedPredicate<JavaClass> INSIDE_THE_GATEWAY = resideInAnyPackage(
            "io.polygator.gateway.channel..",
            "io.polygator.gateway.store..",
            "io.polygator.gateway.delivery..",
            "io.polygator.gateway.selection..");
    private static final DescribedPredicate<JavaClass> PART_OF_ITS_FACADE =
            belongToAnyOf(DeadLetter.class, StoreUnavailableException.class, StoreFullException.class);
    private static final String FILTERS_FILES = "SpoolReady";
    private static final String TRACES_ITS_CHANNELS = "ChannelTraces";

    @ArchTest
    static final ArchRule jsonKnowsTheGatewaysValuesAndNoCamel = classes()
            .that()
            .resideInAPackage("io.polygator.http")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.http",
                    "io.polygator.gateway.message",
                    "io.polygator.gsm.modem",
                    "io.polygator.gsm.octets",
                    "io.polygator.gsm.sms.alphabet",
                    "io.polygator.gsm.sms.concat",
                    "com.fasterxml.jackson..",
                    "org.snakeyaml.engine..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule kannelsWordsKnowTheGatewaysValuesAndNoCamel = classes()
            .that()
            .resideInAPackage("io.polygator.http.kannel")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.http.kannel",
                    "io.polygator.http.client",
                    "io.polygator.gateway.message",
                    "io.polygator.gsm.octets",
                    "io.polygator.gsm.sms..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..",
                    "java..",
                    "javax.xml.stream");

    @ArchTest
    static final ArchRule whatEventShSaysIsReadWithoutCamel = classes()
            .that()
            .resideInAPackage("io.polygator.http.eventsh")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.http.eventsh",
                    "io.polygator.http",
                    "io.polygator.gateway.message",
                    "com.fasterxml.jackson..",
                    "org.jspecify..",
                    "java..");

    @ArchTest
    static final ArchRule theEndpointDoesNotKnowWhoUsesIt = noClasses()
            .that()
            .resideInAPackage("io.polygator.camel.polygator")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.http..",
                    "io.polygator.camel.http",
                    "io.polygator.camel.kannel",
                    "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule theGatewayIsSeenThroughItsFacade = noClasses()
            .that()
            .doNotHaveSimpleName(OPENS_THE_GATEWAY)
            .and()
            .doNotHaveSimpleName(OPENS_THE_STORE)
            .should()
            .dependOnClassesThat(INSIDE_THE_GATEWAY.and(not(PART_OF_ITS_FACADE)));

    @ArchTest
    static final ArchRule onlyWhoOpensTheStoreKnowsItsKinds = noClasses()
            .that()
            .doNotHaveSimpleName(OPENS_THE_STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.polygator.gateway.store.jdbc..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule onlyWhoOpensTheGatewayKnowsTheWaysToModems = noClasses()
            .that()
            .doNotHaveSimpleName(OPENS_THE_GATEWAY)
            .and()
            .doNotHaveSimpleName(TRACES_ITS_CHANNELS)
            .and()
            .haveNameNotMatching("io\\.polygator\\.camel\\.modem\\.(PoolModem|VirtualModems)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.gsm.transport.system..",
                    "io.polygator.gsm.transport.netty..",
                    "io.polygator.gsm.transport.serial..",
                    "io.polygator.gsm.transport.trace..");

    @ArchTest
    static final ArchRule onlyVirtualModemsSpeakAt = noClasses()
            .that()
            .resideOutsideOfPackage("io.polygator.camel.modem")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.polygator.gsm.at..", "io.polygator.gsm.virtualmodem..");

    @ArchTest
    static final ArchRule ofModemsOnlyValuesAreKnown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.polygator.gsm.modem.profile..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.polygator.gsm.modem.Modem");

    @ArchTest
    static final ArchRule onlyTheDoorKnowsTheHttpServer = noClasses()
            .that()
            .haveNameNotMatching(
                    "io\\.polygator\\.camel\\.http\\.(Http(BodyLimit|Door|DoorComponent|DoorPipeline|Paths|Paths\\$.*|Refusal)|LingeringClose|PlainQueryBinding|EventStream(Binding|Handler))")
            .and()
            .resideOutsideOfPackage("io.polygator.http.client")
            .and()
            .doNotHaveSimpleName(FILTERS_FILES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "org.apache.camel.component..");

    @ArchTest
    static final ArchRule theHttpClientKnowsNetworksAndNobodyElse = classes()
            .that()
            .resideInAPackage("io.polygator.http.client")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.polygator.http.client",
                    "io.polygator.gateway.account",
                    "io.polygator.gsm.octets",
                    "io.netty..",
                    "org.jspecify..",
                    "java..",
                    "javax.net.ssl");

    @ArchTest
    static final ArchRule edgesReadNoClock = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
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
