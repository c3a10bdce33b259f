package io.polygator.gateway.account;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * {@code polygator secret}: reads a secret from the terminal, or the first line of standard input, and prints its hash
 * for the file of accounts. It takes no secret as argument, since arguments are seen by every user of the machine and stay in
 * the history of the shell. With {@code --token NAME} it draws an access token instead.
 */
public final class SecretCommand {
    /** What an operator types. */
    public static final String NAME = "polygator secret";

    private static final String TOKEN = "--token";
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final int LONGEST_OF_SMPP = 8;

    private SecretCommand() {}

    /** Where the secret comes from. */
    @FunctionalInterface
    public interface Source {

        /**
         * Asks for the secret.
         *
         * @param prompt is shown when a person is asked
         * @return empty when the input has ended
         */
        Optional<String> read(String prompt) throws IOException;

        /** The terminal, without showing what is typed. */
        static Source of(Console console) {
            return prompt ->
                    Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new);
        }

        /** The first line of an input, which answers every question. */
        static Source of(BufferedReader input) throws IOException {
            Optional<String> line = Optional.ofNullable(input.readLine());
            return prompt -> line;
        }
    }

    /**
     * Runs the command.
     *
     * @param arguments empty, or {@code --token} and a name
     * @param out gets the hash and nothing else, so that it can be piped
     * @param err gets what a person should read
     * @return the exit status: 0 when the hash is printed, 1 when the secret is no good, 2 when the call is wrong
     */
    public static int run(List<String> arguments, Source source, PrintStream out, PrintStream err) throws IOException {
        if (arguments.size() == 2 && arguments.get(0).equals(TOKEN)) {
            return draw(arguments.get(1), out, err);
        }
        if (!arguments.isEmpty()) {
            err.println("\"" + NAME + "\" takes no arguments but " + TOKEN
                    + " NAME: it asks for the secret, or reads it from standard input");
            return 2;
        }
        Optional<String> secret = source.read("Secret: ");
        Optional<String> defect = secret.map(SecretCommand::defect).orElse(Optional.of("There is no secret"));
        if (defect.isEmpty() && !source.read("The same again: ").equals(secret)) {
            defect = Optional.of("The two are not the same");
        }
        if (defect.isPresent()) {
            err.println(defect.get());
            return 1;
        }
        print(secret.orElseThrow(), out, err);
        return 0;
    }

    /** The token itself is for whoever will use it, not for the file. */
    private static int draw(String name, PrintStream out, PrintStream err) {
        HashedToken.Drawn drawn;
        try {
            drawn = HashedToken.draw(name);
        } catch (IllegalArgumentException e) {
            err.println("This " + e.getMessage());
            return 2;
        }
        err.println("The token, which is shown this once: " + drawn.token());
        err.println("The line for http.tokens of its account:");
        out.println(drawn.hashed().format());
        return 0;
    }

    private static Optional<String> defect(String secret) {
        int length = secret.codePointCount(0, secret.length());
        return length < SHORTEST || length > LONGEST
                ? Optional.of("A secret has " + SHORTEST + " to " + LONGEST + " characters, this one " + length)
                : Optional.empty();
    }

    private static void print(String secret, PrintStream out, PrintStream err) {
        if (secret.length() > LONGEST_OF_SMPP) {
            err.println("Note: SMPP carries passwords of at most " + LONGEST_OF_SMPP
                    + " characters; this secret suits HTTP only");
        }
        out.println(HashedSecret.of(secret).format());
    }
}
