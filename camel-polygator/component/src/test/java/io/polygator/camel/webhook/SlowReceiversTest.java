package io.polygator.camel.webhook;

import static io.polygator.camel.webhook.HookedGateway.SECONDS;
import static io.polygator.camel.webhook.HookedGateway.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.DeadLetters;
import io.polygator.gateway.store.DeadLetter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers in trouble: what they did not take is there when they are well again, and nobody waits for them meanwhile. */
class SlowReceiversTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration NEVER_IN_THIS_TEST = Duration.ofHours(1);
    private static final int MESSAGES = 20;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void anAnswerAfterTheDeadlineAndAConnectionThatIsNeverAcceptedLoseNothingAndHoldUpNobody(@TempDir Path folder)
            throws Exception {
        Receiver fine = receiver(Receiver.FINE);
        Receiver slow = using(Receiver.answeringTooLate());
        UnacceptingReceiver hanging = using(new UnacceptingReceiver());
        HookedGateway gateway = gateway(folder, SOON);
        gateway.tell(rule("fine", fine.url()), rule("slow", slow.url()), rule("hanging", hanging.url()));

        receiveMessages(gateway);

        await().atMost(SECONDS).until(() -> fine.texts().size() == MESSAGES);
        await().atMost(SECONDS).until(slow::requestedAgain);
        assertThat(hanging.texts()).isEmpty();

        slow.answerFromNowOn(Receiver.FINE);
        hanging.recover();

        await().atMost(SECONDS)
                .until(() -> slow.texts().size() == MESSAGES && hanging.texts().size() == MESSAGES);
        assertThat(fine.texts()).doesNotHaveDuplicates().hasSize(MESSAGES);
    }

    @Test
    void aRuleThatIsNotAnsweredHoldsUpNoOtherRuleAtTheSameHostAndPort(@TempDir Path folder) throws Exception {
        Receiver host = using(Receiver.silentAt("/sms/slow"));
        HookedGateway gateway = gateway(folder, NEVER_IN_THIS_TEST);
        gateway.tell(rule("slow", host.url() + "/slow"), rule("fine", host.url() + "/fine"));

        receiveMessages(gateway);

        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(host.textsAt("/sms/fine")).hasSize(MESSAGES));
        // as many as a rule may have under way
        await().atMost(SECONDS).until(() -> host.textsAt("/sms/slow").size() == 4);
    }

    @Test
    void whatNobodyTookUntilItWasTooOldIsADeadLetterAndComesWhenItIsReplayed(@TempDir Path folder) throws Exception {
        Receiver broken = receiver(Receiver.BROKEN);
        Receiver forbidden = using(new Receiver("127.0.0.2", Receiver.FINE));
        Receiver redirecting = receiver(Receiver.redirectTo(forbidden.url()));
        HookedGateway gateway = new HookedGateway(folder, SOON);
        using(gateway).component().setEventAgeLimit(1);
        gateway.start();
        gateway.tell(rule("broken", broken.url()), rule("redirecting", redirecting.url()));

        receiveMessages(gateway);

        DeadLetters letters = gateway.component().smsGateway().deadLetters();
        await().atMost(SECONDS).until(() -> buried(letters).size() == 2 * MESSAGES);
        assertThat(buried(letters)).extracting(DeadLetter::reason).anySatisfy(reason -> assertThat(reason)
                .contains("302, a redirect"));

        broken.answerFromNowOn(Receiver.FINE);
        redirecting.answerFromNowOn(Receiver.FINE);
        int before = broken.requests().size();
        for (DeadLetter letter : buried(letters)) {
            assertThat(letters.replay(letter.subscription(), letter.number()))
                    .succeedsWithin(SECONDS)
                    .isEqualTo(true);
        }

        await().atMost(SECONDS)
                .until(() -> Receiver.texts(broken.requests()
                                        .subList(before, broken.requests().size()))
                                .size()
                        == MESSAGES);
        await().atMost(SECONDS).until(() -> buried(letters).isEmpty());
        assertThat(redirecting.texts()).hasSize(MESSAGES);
        assertThat(forbidden.requests()).isEmpty();
    }

    private static List<DeadLetter> buried(DeadLetters letters) {
        return letters.list(Optional.empty(), 0, 10 * MESSAGES)
                .toCompletableFuture()
                .join();
    }

    private static void receiveMessages(HookedGateway gateway) {
        gateway.awaitRegistered();
        for (int i = 0; i < MESSAGES; i++) {
            gateway.simulator().channel(0).receiveFrom("+38067123450" + i, "message " + i);
        }
    }

    private HookedGateway gateway(Path folder, Duration answer) throws Exception {
        HookedGateway gateway = using(new HookedGateway(folder, answer));
        gateway.start();
        return gateway;
    }

    private Receiver receiver(Receiver.Manner manner) throws IOException {
        return using(new Receiver("127.0.0.1", manner));
    }

    private <T extends AutoCloseable> T using(T closeable) {
        open.add(0, closeable);
        return closeable;
    }
}
