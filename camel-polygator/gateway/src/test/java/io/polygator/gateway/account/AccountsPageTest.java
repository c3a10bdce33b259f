package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for operators tells the truth. */
class AccountsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "accounts.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    @Test
    void itsExampleIsRead() throws IOException, AccountFileException {
        assertThat(AccountFile.parse(example(), "accounts.md"))
                .extracting(account -> account.id().value())
                .containsExactly("acme", "kannel", "old-crm");
    }

    @Test
    void itsTableHasEveryFieldThatIsReadAndNoOther() throws IOException {
        assertThat(fieldsInTable())
                .containsExactlyElementsOf(Arrays.stream(AccountField.values())
                        .map(AccountField::path)
                        .toList());
    }

    @Test
    void itsExampleUsesEveryField() throws IOException {
        assertThat(new AccountYaml(new Problems()).read(example()))
                .flatExtracting(entry -> entry.fields().keySet())
                .contains(AccountField.values());
    }

    private static List<String> fieldsInTable() throws IOException {
        return ROW.matcher(page()).results().map(result -> result.group(1)).toList();
    }

    private static String example() throws IOException {
        return EXAMPLE.matcher(page())
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```yaml\n".length(), block.length() - "```".length()))
                .findFirst()
                .orElseThrow();
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
