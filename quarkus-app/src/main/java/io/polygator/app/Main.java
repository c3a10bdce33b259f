package io.polygator.app;

import io.polygator.app.check.ConfigurationCheck;
import io.polygator.gateway.account.SecretCommand;
import io.polygator.gateway.account.SecretCommand.Source;
import io.quarkus.runtime.Quarkus;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs the application, or with {@code --check} looks only whether it would run, or with {@code secret} makes the hash of
 * a secret for the file of accounts. It is named in application.properties: with the annotation QuarkusMain, tests would
 * run without Camel.
 */
public final class Main {
    private static final String CHECK = "--check";
    private static final String SECRET = "secret";

    private Main() {}

    public static void main(String... arguments) throws IOException {
        List<String> words = List.of(arguments);
        if (words.contains(CHECK)) {
            ConfigurationCheck.run();
        } else if (!words.isEmpty() && words.get(0).equals(SECRET)) {
            System.exit(SecretCommand.run(words.subList(1, words.size()), source(), System.out, System.err));
        } else {
            Quarkus.run(arguments);
        }
    }

    private static Source source() throws IOException {
        Console console = System.console();
        return console == null
                ? Source.of(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)))
                : Source.of(console);
    }
}
