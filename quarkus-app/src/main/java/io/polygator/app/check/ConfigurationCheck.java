package io.polygator.app.check;

import io.polygator.app.ForbiddenTargets;
import io.polygator.app.PolygatorSettings;
import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** {@code --check}: prints what would keep the application, or one of its routes, from starting. Exit code 0 or 1. */
public final class ConfigurationCheck implements QuarkusApplication {
    private static final int WRONG = 1;

    /** Nothing listens, nothing starts, and what is wrong is printed here and not logged. */
    private static final Map<String, String> NOTHING_STARTS = Map.of(
            "quarkus.camel.bootstrap.enabled", "false",
            "quarkus.http.host-enabled", "false",
            "quarkus.log.console.enabled", "false");

    private final PolygatorSettings settings;
    private final CamelContext context;

    ConfigurationCheck(PolygatorSettings settings, CamelContext context) {
        this.settings = settings;
        this.context = context;
    }

    /** Runs it in place of the application; returns when the process may end. */
    public static void run() {
        NOTHING_STARTS.forEach(System::setProperty);
        Quarkus.run(ConfigurationCheck.class, ConfigurationCheck::ended);
    }

    @Override
    public int run(String... arguments) {
        SmallRyeConfig config = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        PropertyPlaces places = new PropertyPlaces(config);
        PolygatorComponent component = context.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class);
        Stream<Check> checks = Stream.of(
                new OptionsCheck(config, context, places),
                new GatewaysCheck(component, places),
                new AccountsCheck(component, ForbiddenTargets.find(settings)),
                new StartCheck(settings, context),
                new RoutesCheck(config, context));
        List<Finding> findings =
                checks.flatMap(check -> check.findings().stream()).toList();
        return report(findings);
    }

    private static int report(List<Finding> findings) {
        @SuppressWarnings("SystemOut") // the answer to a question on the command line
        PrintStream answer = System.out;
        findings.forEach(answer::println);
        answer.println(
                findings.isEmpty()
                        ? "The configuration and the routes are in order."
                        : "Found " + findings.size() + (findings.size() == 1 ? " problem." : " problems."));
        return findings.isEmpty() ? 0 : WRONG;
    }

    /** A setting that cannot even be read ends the application before it gets here. */
    private static void ended(Integer exitCode, @Nullable Throwable failure) {
        if (failure != null) {
            System.exit(report(findings(failure)));
        }
        System.exit(exitCode);
    }

    private static List<Finding> findings(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream()
                .filter(ConfigValidationException.class::isInstance)
                .map(ConfigValidationException.class::cast)
                .findFirst()
                .map(ConfigurationCheck::problems)
                .orElseGet(() -> List.of(SettingProblem.of(words(causes.get(causes.size() - 1)))));
    }

    private static List<Finding> problems(ConfigValidationException invalid) {
        return IntStream.range(0, invalid.getProblemCount())
                .mapToObj(
                        problem -> SettingProblem.of(invalid.getProblem(problem).getMessage()))
                .toList();
    }

    private static String words(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
