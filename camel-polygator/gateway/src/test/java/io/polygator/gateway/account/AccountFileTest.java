package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.gateway.quota.SegmentBudget;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is read of a file of accounts, and what is said of one with something wrong in it. */
class AccountFileTest {
    private static final String HASH =
            "pbkdf2-sha256$600000$c2FsdCBmb3IgdGhlIHBhZ2U" + "$cxmTgbFBAWtnpBTLu0w/1WmAX8wZ0ZLuDdQwP0UJ8hI";

    /** Backslash-n in the table is a new line; {@code {hash}} a good hash, {@code {good}} two good fields. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/accounts/bad.csv", delimiter = '|', useHeadersInDisplayName = true)
    void namesLineAccountFieldDefectAndRemedy(
            String name, String yaml, int line, String account, String field, String defect, String remedy) {
        String text = yaml.replace("\\n", "\n")
                .replace("{good}", "    secret: {hash}\n    doors: [http]")
                .replace("{hash}", HASH);
        assertThat(problemsOf(text)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.account()).isEqualTo(Optional.ofNullable(account).orElse(""));
            assertThat(problem.field()).isEqualTo(Optional.ofNullable(field).orElse(""));
            assertThat(problem.defect()).contains(defect);
            assertThat(problem.remedy()).contains(remedy);
        });
    }

    @Test
    void tellsAllProblemsAtOnceInTheOrderOfTheFile() {
        List<AccountProblem> problems = problemsOf(
                """
                accounts:
                  acme:
                    doors: [http, telnet]
                    limits: {rate: fast}
                    colour: red
                  "b b":
                    secret: letmein
                    doors: [smpp]
                """);
        assertThat(problems).extracting(AccountProblem::line).isSorted();
        assertThat(problems)
                .extracting(problem -> problem.account() + "/" + problem.field())
                .containsExactlyInAnyOrder(
                        "acme/secret", "acme/doors", "acme/limits.rate", "acme/colour", "b b/", "b b/secret");
    }

    @Test
    void aSecretInClearIsRefusedUnseenWithTheCommandThatHashesIt() {
        AccountFileException refused = refusalOf("accounts:\n  acme:\n    secret: letmein99\n    doors: [http]\n");
        assertThat(refused)
                .hasMessage("accounts.yaml is refused:\n  line 3: account acme: secret: is not hashed; "
                        + "write the line that \"polygator secret\" prints");
    }

    @Test
    void noProblemRepeatsTheSecretOfAWebhook() {
        AccountFileException refused = refusalOf(
                "accounts:\n  acme:\n    secret: " + HASH
                        + "\n    doors: [http]\n    webhook:\n      url: https://u:hunter2@acme.example/\n      secret: shibboleth\n");
        assertThat(refused.problems()).hasSize(2);
        assertThat(refused).hasMessageNotContainingAny("hunter2", "shibboleth");
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws AccountFileException {
        Account account = only("accounts:\n  acme:\n    secret: " + HASH + "\n    doors: smpp\n");
        assertThat(account)
                .isEqualTo(
                        Account.of("acme", HashedSecret.parse(HASH), AccountAccess.fromThisMachine(Set.of(Door.SMPP))));
    }

    @Test
    void whatIsWrittenIsRead() throws AccountFileException {
        Account account = only(
                """
                accounts:
                  acme:
                    secret: %s
                    state: disabled
                    doors: [http, modem]
                    networks: [10.0.0.0/8]
                    channels: [g8, "group:moscow"]
                    senders: {allow: [ACME], deny: [+7*]}
                    destinations: {allow: ["*"], deny: [+7900*]}
                    limits: {rate: 0.5, burst: 7, segmentsPerDay: 8, segmentsPerMonth: 9}
                    inbound: {channels: all, recipients: [+1*], senders: [+2], keywords: [стоп, no, 007]}
                    webhook: {url: "https://acme.example/sms?x=1", secret: 0123456789abcdef}
                    http:
                      scopes: [unmasked]
                      tokens: ["ci:sha256$LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564"]
                    smpp:
                      bindTypes: receiver
                      maxBinds: 1
                      alphabet: gsm7-packed
                      concatenation: sar
                      bindErrors: legacy
                      overRate: delay
                      strictness: strict
                      maxSegments: 3
                      maxValidity: 36h
                      errorBody: message-id
                      receipts: {zone: Europe/Moscow, dates: seconds, text: empty}
                      window: {submit: 11, deliver: 12}
                    modem: {commands: [facility-lock, dial]}
                """
                        .formatted(HASH));
        assertThat(account)
                .isEqualTo(new Account(
                        new AccountId("acme"),
                        HashedSecret.parse(HASH),
                        new AccountAccess(
                                AccountState.DISABLED,
                                Set.of(Door.HTTP, Door.MODEM),
                                List.of(Network.parse("10.0.0.0/8"))),
                        new AccountLimits(
                                Optional.of(new RateLimit(Duration.ofSeconds(2), 7)),
                                new SegmentBudget(OptionalLong.of(8), OptionalLong.of(9))),
                        new SendingRights(
                                new AddressRules(patterns("ACME"), patterns("+7*")),
                                new AddressRules(patterns("any"), patterns("+7900*")),
                                List.of(new ChannelGrant.Named("g8"), new ChannelGrant.Group("moscow"))),
                        new InboundClaim(
                                List.of(new ChannelGrant.All()),
                                patterns("+1*"),
                                patterns("+2"),
                                patterns("стоп", "no", "007")),
                        Optional.of(new Webhook(URI.create("https://acme.example/sms?x=1"), "0123456789abcdef")),
                        new DoorOptions(
                                new HttpOptions(
                                        Set.of(HttpScope.UNMASKED),
                                        List.of(new HashedToken("ci", "LCa0a2j/xo/5m0U8HTBBNBNCLXBkg7+g+YpeiGJm564"))),
                                new SmppOptions(
                                        Set.of(BindType.RECEIVER),
                                        1,
                                        SmppAlphabet.GSM7_PACKED,
                                        SmppConcatenation.SAR,
                                        new ReceiptFormat(
                                                ZoneId.of("Europe/Moscow"),
                                                ReceiptFormat.Dates.SECONDS,
                                                ReceiptFormat.Text.EMPTY),
                                        BindErrors.LEGACY,
                                        OverRate.DELAY,
                                        new SmppSubmissions(
                                                SmppStrictness.STRICT,
                                                3,
                                                Duration.ofHours(36),
                                                SmppErrorBody.MESSAGE_ID),
                                        new SmppWindows(11, 12)),
                                new ModemOptions(Set.of(AtGrant.FACILITY_LOCK, AtGrant.DIAL)))));
    }

    @Test
    void anAliasToWhatItStandsInEndsInProblems() {
        assertThat(problemsOf("accounts:\n  acme: &a\n    doors: [http]\n    smpp: *a\n    webhook: *a\n"))
                .extracting(AccountProblem::field)
                .contains("smpp.doors", "smpp.smpp", "webhook.webhook");
    }

    @Test
    void noAccountsAreWrittenAsSuch() throws AccountFileException {
        assertThat(AccountFile.parse("accounts: {}", "accounts.yaml")).isEmpty();
    }

    @Test
    void theOrderIsThatOfTheFile() throws AccountFileException {
        String good = ": {secret: \"" + HASH + "\", doors: [http]}\n";
        assertThat(AccountFile.parse("accounts:\n  z" + good + "  a" + good + "  m" + good, "accounts.yaml"))
                .extracting(account -> account.id().value())
                .containsExactly("z", "a", "m");
    }

    @Test
    void anEmptyListIsNothingAndNetworksAreNeverNone() throws AccountFileException {
        Account account = only("accounts:\n  acme:\n    secret: " + HASH
                + "\n    doors: http\n    networks: []\n    channels: []\n    destinations: {allow: []}\n");
        assertThat(account.access().networks()).isEqualTo(Network.LOOPBACK);
        assertThat(account.sending().channels()).isEmpty();
        assertThat(account.sending().destinations().allows("+79991234567")).isFalse();
    }

    @Test
    void aFileThatCannotBeReadSaysWhy(@TempDir Path directory) throws IOException {
        assertThatThrownBy(() -> new AccountFile(directory.resolve("none.yaml")).read())
                .isInstanceOf(AccountFileException.class)
                .hasMessageContaining("there is no such file");
        Path latin = directory.resolve("latin.yaml");
        Files.write(latin, "accounts: {} # caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new AccountFile(latin).read())
                .isInstanceOf(AccountFileException.class)
                .hasMessageContaining("save it in UTF-8");
    }

    private static List<PrefixPattern> patterns(String... texts) {
        return List.of(texts).stream().map(PrefixPattern::parse).toList();
    }

    private static Account only(String yaml) throws AccountFileException {
        List<Account> accounts = AccountFile.parse(yaml, "accounts.yaml");
        assertThat(accounts).hasSize(1);
        return accounts.get(0);
    }

    private static List<AccountProblem> problemsOf(String yaml) {
        return refusalOf(yaml).problems();
    }

    private static AccountFileException refusalOf(String yaml) {
        return catchThrowableOfType(AccountFileException.class, () -> AccountFile.parse(yaml, "accounts.yaml"));
    }
}
