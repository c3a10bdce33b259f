package io.polygator.gsm.virtualmodem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.modem.Modem;
import io.polygator.gsm.modem.ModemListener;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.modem.PinLedger;
import io.polygator.gsm.modem.ReceivedTpdu;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Both ends of the wire are ours: our driver on our virtual modem. */
class OwnModemTest {
    private static final String HELLO = "07918350000005F0040C9183051032547600006210311052638005E8329BFD06";
    private static final String REPORT = "07918350000005F006070C91830510325476621031105263806210311052738000";

    private final PortBench bench = new PortBench();
    private final Heard heard = new Heard();
    private final Modem modem =
            new Modem(ModemSettings.defaults("g8-1"), bench.network.transport(PortBench.ADDRESS), new NoPins(), heard);

    @Test
    void startsSendsReceivesAndHearsTheReport() {
        modem.start();
        bench.loop.runUntil(() -> modem.status().state() == ModemState.READY, Duration.ofMinutes(10));
        assertThat(modem.status().toString()).contains("255010000000001");

        CompletableFuture<SendOutcome> sent = modem.send(
                        "first",
                        SmsSubmit.to(SmsAddress.ofDestination("+380501234567"), UserData.ofText("hello"))
                                .requestingStatusReport())
                .toCompletableFuture();
        bench.loop.advance(PortBench.SEND_TIME);
        assertThat(sent).isCompletedWithValue(new SendOutcome.Accepted(Optional.of(new MessageReference(7))));
        assertThat(bench.submitted).singleElement().satisfies(submission -> assertThat(
                        submission.submit().userData().text())
                .contains("hello"));

        bench.deliver(HELLO);
        bench.deliver(REPORT);
        bench.loop.advance(Duration.ofMinutes(1));
        assertThat(heard.received).hasSize(2);
        assertThat(bench.storage.used()).as("deleted after it was taken over").isZero();
    }

    private static final class NoPins implements PinLedger {
        @Override
        public boolean recordAttempt(String iccid, String pin) {
            return false;
        }

        @Override
        public void forget(String iccid) {}
    }

    private static final class Heard implements ModemListener {
        private final List<ReceivedTpdu> received = new ArrayList<>();

        @Override
        public void onStatus(ModemStatus status) {}

        @Override
        public CompletionStage<Void> onReceived(ReceivedTpdu tpdu) {
            received.add(tpdu);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onLateOutcome(String token, SendOutcome outcome) {}

        @Override
        public void onUssd(UssdReply reply) {}

        @Override
        public void onCall(CallEvent event) {}
    }
}
