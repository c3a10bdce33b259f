package io.polygator.app;

import io.polygator.app.check.ConfigurationCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.apache.camel.quarkus.main.CamelMainApplication;

/** Runs the application, or with {@code --check} looks only whether it would run. */
@QuarkusMain
public final class Main {
    private static final String CHECK = "--check";

    private Main() {}

    public static void main(String... arguments) {
        if (List.of(arguments).contains(CHECK)) {
            ConfigurationCheck.run();
        } else {
            Quarkus.run(CamelMainApplication.class, arguments);
        }
    }
}
