package io.polygator.gsm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Who may see whom. A package that is not in the table fails the test: give it its line first. */
@AnalyzeClasses(packages = "io.polygator.gsm", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.polygator.gsm.";
    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify..");
    private static final String NETTY = "io.netty..";
    private static final String SERIAL = "com.fazecast..";
    private static final String LOGGING = "org.slf4j..";

    /** Package to what it may see beside itself, {@code java} and JSpecify; own packages without the root. */
    private static final Map<String, List<String>> MAY_SEE = Map.ofEntries(
            Map.entry("octets", List.of()),
            Map.entry("sms.alphabet", List.of("octets")),
            Map.entry("sms.tpdu", List.of("sms.alphabet", "octets")),
            Map.entry("sms.pdumode", List.of("sms.tpdu", "octets")),
            Map.entry("sms.concat", List.of("sms.tpdu", "sms.alphabet", "octets")),
            Map.entry("at", List.of()),
            Map.entry("transport", List.of()),
            Map.entry("transport.memory", List.of("transport")),
            Map.entry("transport.netty", List.of("transport", NETTY, "jdk.net..", "javax.net.ssl..", LOGGING)),
            Map.entry("transport.serial", List.of("transport", SERIAL, LOGGING)),
            Map.entry("transport.trace", List.of("transport", LOGGING)),
            Map.entry("transport.system", List.of("transport", "transport.netty", "transport.serial")),
            Map.entry("at.session", List.of("at", "transport", LOGGING)),
            Map.entry(
                    "modem",
                    List.of(
                            "at.session",
                            "at",
                            "sms.alphabet",
                            "sms.tpdu",
                            "sms.pdumode",
                            "octets",
                            "transport",
                            LOGGING)),
            Map.entry("modem.profile", List.of("modem", "at")),
            Map.entry(
                    "virtualmodem",
                    List.of("at", "sms.alphabet", "sms.tpdu", "sms.pdumode", "octets", "transport", LOGGING)));

    @ArchTest
    static void everyPackageSeesOnlyWhatItMay(JavaClasses gsm) {
        MAY_SEE.forEach((name, others) -> classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(visibleFrom(name, others))
                .because("design section 3 says who may see whom")
                .check(gsm));
    }

    @ArchTest
    static final ArchRule everyPackageHasItsLine = classes()
            .should()
            .resideInAnyPackage(MAY_SEE.keySet().stream().map(ROOT::concat).toArray(String[]::new));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.polygator.gsm.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule codecAndWordsArePure = noClasses()
            .that()
            .resideInAnyPackage("io.polygator.gsm.sms..", "io.polygator.gsm.octets", "io.polygator.gsm.at")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.util.logging..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(CompletionStage.class);

    @ArchTest
    static final ArchRule timeComesFromTheLoop = noClasses()
            .that()
            // serial devices are polled by a thread that is no loop; it measures how long it has been idle
            .resideOutsideOfPackage("io.polygator.gsm.transport.serial")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Common|Misc|Stuff|Manager|Impl)$");

    private static String[] visibleFrom(String name, List<String> others) {
        List<String> visible = new ArrayList<>(EVERYWHERE);
        Stream.concat(Stream.of(name), others.stream())
                .map(other -> other.contains("..") ? other : ROOT + other)
                .forEach(visible::add);
        return visible.toArray(String[]::new);
    }
}
