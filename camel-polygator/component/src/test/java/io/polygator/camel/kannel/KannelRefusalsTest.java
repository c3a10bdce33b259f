package io.polygator.camel.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.account.AccountLimits;
import io.polygator.gateway.account.RateLimit;
import io.polygator.gateway.quota.SegmentBudget;
import io.polygator.gateway.store.StoreFullException;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.FaultPlan;
import io.polygator.simulator.programs.PlainHttp;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sendsms answers when a message is not taken now, and when only some of a request's are. */
class KannelRefusalsTest {
    private static final String ACCEPTED = "0: Accepted for delivery";
    private static final String LATER = "Temporal failure, try again later.";
    private static final String ONE = "380677654321";
    private static final String OTHER = "380677654322";
    private static final String BOTH = ONE + "+" + OTHER;
    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)retry-after: (\\d+)");
    /** Each beyond the fifth shuts the door for twice as long. */
    private static final int GUESSES = 15;

    private static final int A_DAY = 25 * 3600;

    private final Path folder;
    private KannelDoor door;

    KannelRefusalsTest(@TempDir Path folder) {
        this.folder = folder;
        door = KannelDoor.of(folder, 1);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void whatCannotLeaveWithinItsValidityMayComeAgainWhenTheQueueIsShorter() throws Exception {
        openWithAQueueOf(40);

        for (String recipients : new String[] {ONE, BOTH}) {
            PlainHttp.Answer answer = send(recipients, "&validity=1");

            isLater(answer);
            assertThat(retryAfter(answer)).isBetween(60, 40 * 4);
        }
        door.awaitQueued(40);
    }

    @Test
    void ofManyRecipientsThoseWhoWouldBeTooLateAreNamedAndTheOthersAreTaken() throws Exception {
        openWithAQueueOf(0);

        PlainHttp.Answer answer = send(numbers(40), "&validity=1");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body())
                .startsWith(ACCEPTED + " Denied receivers are: ")
                .endsWith(" 380671000039");
        door.awaitQueued(40 - answer.body().split(": ")[2].split(" ").length);
    }

    @Test
    void aFailureOfOurOwnIsNamedWhenAnotherMessageOfTheRequestWasTaken() throws Exception {
        open(door.failingFor(OTHER, new IllegalStateException("a defect")));

        PlainHttp.Answer answer = send(BOTH, "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo(ACCEPTED + " Denied receivers are: " + OTHER);
        door.awaitQueued(0);
        assertThat(door.air())
                .singleElement()
                .satisfies(entry -> assertThat(entry.destination().value()).isEqualTo(ONE));
    }

    @Test
    void aFailureOfOurOwnFailsTheRequestWhenNothingElseWasTaken() throws Exception {
        open(door.failingFor(OTHER, new IllegalStateException("a defect")));

        PlainHttp.Answer answer = send(OTHER, "");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("Sending failed.");
    }

    @Test
    void aStoreThatCannotBeUsedIsTriedLater() throws Exception {
        open(door.failingFor(ONE, new StoreUnavailableException("no disk", new IOException("gone")))
                .failingFor(OTHER, new StoreFullException("no room")));

        assertThat(retryAfter(isLater(send(ONE, "")))).isEqualTo(5);
        assertThat(retryAfter(isLater(send(OTHER, "")))).isEqualTo(60);
        assertThat(retryAfter(isLater(send(BOTH, "")))).isEqualTo(60);
    }

    @Test
    void withoutARegisteredModuleTheMessageIsQueued() throws Exception {
        open(door);
        door.loseNetwork();

        for (String choice : new String[] {"", "&smsc=G24_1", "&smsc=moscow"}) {
            PlainHttp.Answer answer = send(ONE, choice);

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("3: Queued for later delivery");
        }
        door.awaitQueued(3);
    }

    @Test
    void anAccountThatIsTooFastIsToldWhenToComeAgain() throws Exception {
        open(door.with(KannelDoor.account("slow")
                .with(new AccountLimits(
                        Optional.of(RateLimit.perSecond(new BigDecimal("0.01"))), SegmentBudget.unlimited()))));

        PlainHttp.Answer both = sendAs("slow", BOTH);
        PlainHttp.Answer one = sendAs("slow", ONE);

        assertThat(both.body()).isEqualTo(ACCEPTED + " Denied receivers are: " + OTHER);
        assertThat(retryAfter(both)).as("nobody shall send to all once more").isZero();
        assertThat(retryAfter(isLater(one))).isBetween(1, 100);
    }

    @Test
    void anAccountThatHasUsedItsBudgetUpIsToldWhenItBeginsAnew() throws Exception {
        SegmentBudget oneADay = new SegmentBudget(OptionalLong.of(1), OptionalLong.empty());
        open(door.with(KannelDoor.account("poor").with(new AccountLimits(Optional.empty(), oneADay))));

        PlainHttp.Answer both = sendAs("poor", BOTH);
        PlainHttp.Answer one = sendAs("poor", ONE);

        assertThat(both.body()).isEqualTo(ACCEPTED + " Denied receivers are: " + OTHER);
        assertThat(retryAfter(isLater(one))).isBetween(1, A_DAY);
    }

    @Test
    void whoGuessesPasswordsHasToWait() throws Exception {
        open(door);
        String guess = "/cgi-bin/sendsms?username=tester&password=guess&text=Hello&to=" + ONE;

        assertThat(ask(guess).body()).isEqualTo("Authorization failed for sendsms");

        PlainHttp.Answer locked = Stream.generate(() -> ask(guess))
                .limit(GUESSES)
                .filter(answer -> answer.status() != 403)
                .findFirst()
                .orElseThrow();
        isLater(locked);
    }

    private static void open(KannelDoor door) throws Exception {
        door.start();
        door.awaitRegistered();
    }

    /** One module, which answers no AT+CMGS; so many messages wait besides the one that it has. */
    private void openWithAQueueOf(int messages) throws Exception {
        door.close();
        door = KannelDoor.of(
                folder,
                PolygatorSimulator.builder()
                        .channels(1)
                        .faults(FaultPlan.seeded(1).with(Fault.SILENCE_UNSENT, 1.0)));
        open(door);
        if (messages > 0) {
            assertThat(send(numbers(messages), "").body()).isEqualTo(ACCEPTED);
        }
    }

    private static String numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "3806710000" + String.format("%02d", index))
                .collect(Collectors.joining("+"));
    }

    private PlainHttp.Answer send(String recipients, String further) {
        return door.sendSms("text=Hello&to=" + recipients + further);
    }

    private PlainHttp.Answer sendAs(String account, String recipients) {
        return ask("/cgi-bin/sendsms?username=" + account + "&password=" + KannelDoor.SECRET + "&text=Hello&to="
                + recipients);
    }

    private PlainHttp.Answer ask(String target) {
        return door.ask("GET", target, Map.of(), new byte[0]);
    }

    private static PlainHttp.Answer isLater(PlainHttp.Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo(LATER);
        assertThat(retryAfter(answer)).isPositive();
        return answer;
    }

    /** 0 without the header. */
    private static int retryAfter(PlainHttp.Answer answer) {
        Matcher header = RETRY_AFTER.matcher(answer.head());
        return header.find() ? Integer.parseInt(header.group(1)) : 0;
    }
}
