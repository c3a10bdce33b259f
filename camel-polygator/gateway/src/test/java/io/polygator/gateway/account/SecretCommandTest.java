package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command that hashes a secret. */
class SecretCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsTheHashOfTheFirstLineAndNothingElse() throws IOException {
        assertThat(run(SecretCommand.Source.of(new BufferedReader(new StringReader("s3cret-8\nmore\n")))))
                .isZero();
        assertThat(text(out)).endsWith("\n").hasLineCount(1);
        assertThat(HashedSecret.parse(text(out).strip()).matches("s3cret-8")).isTrue();
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aPersonTypesItTwice() throws IOException {
        assertThat(run(typing("s3cret-8", "s3cret-9"))).isEqualTo(1);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("not the same");
    }

    @Test
    void saysWhenSmppCannotCarryIt() throws IOException {
        assertThat(run(typing("s3cret-89", "s3cret-89"))).isZero();
        assertThat(text(err)).contains("SMPP").doesNotContain("s3cret-89");
    }

    @Test
    void refusesWhatIsTooShortOrMissing() throws IOException {
        assertThat(run(typing("s3cret7"))).isEqualTo(1);
        assertThat(run(typing())).isEqualTo(1);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("this one 7", "There is no secret");
    }

    @Test
    void takesNoSecretAsArgument() throws IOException {
        assertThat(SecretCommand.run(List.of("s3cret-8"), typing(), stream(out), stream(err)))
                .isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).doesNotContain("s3cret-8");
    }

    @Test
    void drawsATokenAndPrintsItsHashForTheFile() throws IOException {
        assertThat(SecretCommand.run(List.of("--token", "ci"), typing(), stream(out), stream(err)))
                .isZero();
        HashedToken hashed = HashedToken.parse(text(out).strip());
        String token = text(err).lines().findFirst().orElseThrow().replaceFirst(".*: ", "");
        assertThat(hashed.name()).isEqualTo("ci");
        assertThat(hashed.hash()).isEqualTo(HashedToken.hashOf(token));
        assertThat(text(out)).doesNotContain(token);
    }

    @Test
    void aTokenHasAName() throws IOException {
        assertThat(SecretCommand.run(List.of("--token", "a b"), typing(), stream(out), stream(err)))
                .isEqualTo(2);
        assertThat(text(err)).contains("a name of 1 to 32 letters");
        assertThat(text(out)).isEmpty();
    }

    private int run(SecretCommand.Source source) throws IOException {
        return SecretCommand.run(List.of(), source, stream(out), stream(err));
    }

    private static SecretCommand.Source typing(String... lines) {
        Deque<String> left = new ArrayDeque<>(List.of(lines));
        return prompt -> Optional.ofNullable(left.poll());
    }

    private static PrintStream stream(ByteArrayOutputStream octets) {
        return new PrintStream(octets, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream octets) {
        return octets.toString(StandardCharsets.UTF_8);
    }
}
