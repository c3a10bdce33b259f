package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.modem.SendOutcome.Accepted;
import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.LinkListener;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private final ModemRig rig = new ModemRig();

    @Test
    void anUnreachableGatewayIsNamedWithTheRemedy() {
        rig.module.unplug();
        rig.start().pass(Duration.ofSeconds(1));

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.CONNECTING);
        assertThat(rig.modem.status().detail()).contains("`address`", ModemRig.ADDRESS);

        rig.module.plugIn();
        rig.until(ModemState.READY);
        assertThat(rig.modem.status().detail()).isEmpty();
    }

    @Test
    void aPortInUseIsNamedWithTheRemedy() throws LinkException {
        rig.module.unplug();
        Acceptor ser2net = rig.network.acceptor(ModemRig.ADDRESS);
        ser2net.listen(Refusal::new);
        rig.start().pass(Duration.ofSeconds(10));

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.CONNECTING);
        assertThat(rig.modem.status().detail()).contains("in use by another client", "kickolduser");

        ser2net.close();
        rig.module.plugIn();
        rig.until(ModemState.READY);
    }

    @Test
    void attemptsToConnectBecomeRare() throws LinkException {
        rig.module.unplug();
        int[] attempts = {0};
        rig.network.acceptor(ModemRig.ADDRESS).listen(() -> {
            attempts[0]++;
            return new Refusal();
        });

        rig.start().pass(Duration.ofHours(1));

        assertThat(attempts[0]).isBetween(60, 140);
    }

    @Test
    void theLinkIsKeptAlive() {
        rig.ready();
        rig.module.heard.clear();

        rig.pass(Duration.ofSeconds(19));

        assertThat(rig.module.heard).contains("AT");
    }

    @Test
    void aPeerThatVanishedIsNoticedAndTheLinkOpenedAgain() {
        rig.ready().module.dead = true;

        rig.until(() -> rig.modem.status().state() == ModemState.CONNECTING);
        assertThat(rig.modem.status().detail()).contains("does not answer");

        rig.module.dead = false;
        rig.until(ModemState.READY);
        assertThat(rig.send("a").join()).isInstanceOf(Accepted.class);
    }

    @Test
    void aModuleThatStaysSilentIsResetHarderAndHarderAndThenRests() {
        rig.start();
        rig.module.silentOn("AT+CPMS=\"SM\",\"SM\",\"SM\"");

        rig.until(ModemState.QUARANTINED);

        assertThat(rig.module.heard).containsSubsequence("AT+CFUN=0", "AT+CFUN=1", "AT+CFUN=1,1");
        assertThat(rig.modem.status().detail()).contains("next attempt");
        rig.module.answer("AT+CPMS=\"SM\",\"SM\",\"SM\"", "OK");
        rig.until(ModemState.READY);
    }

    @Test
    void theRestBetweenAttemptsGrows() {
        rig.module.dead = true;
        rig.start();

        long rests = restsIn(Duration.ofHours(6));

        assertThat(rests).isBetween(6L, 20L);
    }

    @Test
    void noModuleIsEverSwitchedOff() {
        rig.module.answer("AT+CMGF=0", "ERROR");
        rig.start().pass(Duration.ofHours(12));

        assertThat(rig.module.heard).noneMatch(line -> line.contains("POWD") || line.contains("CPOF"));
        assertThat(rig.modem.status().state()).isEqualTo(ModemState.QUARANTINED);
        assertThat(rig.modem.status().detail()).contains("AT+CMGF=0");
    }

    @Test
    void aModuleThatRestartsOverAndOverRests() {
        rig.ready();
        for (int i = 0; i < 4; i++) {
            rig.module.say("RDY");
            rig.pass(Duration.ofSeconds(20));
        }

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.QUARANTINED);
        assertThat(rig.modem.status().detail()).contains("power supply");
    }

    @Test
    void aModuleThatSwitchedItselfOffSaysWhatHelps() {
        rig.ready().module.say("UNDER_VOLTAGE POWER DOWN");
        rig.settle();

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.QUARANTINED);
        assertThat(rig.modem.status().detail()).contains("switch it on at the gateway");
    }

    @Test
    void aModuleErrorSetsTheModuleUpAgain() {
        rig.ready().module.nextSend("+CMS ERROR: 302");
        rig.beginSend("a");
        rig.settle();

        rig.until(ModemState.READY);
        assertThat(rig.module.count("ATE0")).isEqualTo(2);
        assertThat(rig.send("b").join()).isInstanceOf(Accepted.class);
    }

    @Test
    void moduleErrorsThatDoNotEndLeadToTheResetCommandAndToRest() {
        rig.ready();
        for (int i = 0; i < 5; i++) {
            rig.until(ModemState.READY);
            rig.module.nextSend("+CMS ERROR: 300");
            rig.beginSend("message " + i);
            rig.settle();
        }

        assertThat(rig.module.heard).containsSubsequence("AT+CFUN=0", "AT+CFUN=1", "AT+CFUN=1,1");
        assertThat(rig.modem.status().state()).isEqualTo(ModemState.QUARANTINED);
    }

    @Test
    void aModuleThatForgotHowToAnnounceMessagesIsSetUpAgain() {
        announcesAs("2,1,0,1,0");
        rig.ready();
        announcesAs("0,0,0,0,0");

        rig.until(() -> rig.module.count("AT+CNMI=2,1,0,1,0") == 2);
        announcesAs("2,1,0,1,0");
        rig.pass(Duration.ofHours(1));

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.READY);
        assertThat(rig.module.count("ATE0")).isEqualTo(2);
    }

    @Test
    void aModuleThatReadsBackSomethingElseThanWasSetIsLeftAlone() {
        announcesAs("1,1,0,2,0");
        rig.ready().pass(Duration.ofHours(1));

        assertThat(rig.module.count("ATE0")).isOne();
        assertThat(rig.module.count("AT+CNMI?")).isBetween(6L, 8L);
    }

    @Test
    void lostRegistrationIsToldAndFoundAgain() {
        rig.ready().module.say("+CREG: 2");
        rig.settle();
        assertThat(rig.modem.status().state()).isEqualTo(ModemState.NOT_REGISTERED);
        assertThat(rig.modem.status().detail()).contains("antenna");

        rig.module.say("+CREG: 5,\"00D5\",\"1234\"");
        rig.settle();

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.READY);
    }

    @Test
    void deniedRegistrationDoesNotCycleTheRadioEndlessly() {
        rig.module.answer("AT+CREG?", "+CREG: 1,3", "OK");
        rig.start().pass(Duration.ofHours(1));

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.NOT_REGISTERED);
        assertThat(rig.modem.status().detail()).contains("denies");
        assertThat(rig.module.count("AT+CFUN=0")).isBetween(1L, 3L);
    }

    @Test
    void nothingIsPolledWhileAMessageIsUnderWay() {
        rig.ready().module.nextSend();
        rig.beginSend("a");
        rig.module.heard.clear();

        rig.pass(Duration.ofSeconds(115));

        assertThat(rig.module.heard).isEmpty();
    }

    @Test
    void anotherSimIsRecognised() {
        rig.ready().module.say("+CPIN: NOT INSERTED");
        rig.module.answer("AT+QCCID", "8938003000000000002", "OK").answer("AT+CIMI", "255010000000002", "OK");
        rig.settle();
        assertThat(rig.modem.status().imsi()).isEmpty();

        rig.until(ModemState.READY);

        assertThat(rig.modem.status().iccid()).contains("8938003000000000002");
        assertThat(rig.modem.status().imsi()).contains("255010000000002");
    }

    @Test
    void theSameSimThatReportsReadyAgainChangesNothing() {
        rig.ready().module.say("+CPIN: READY", "Call Ready");
        rig.pass(Duration.ofSeconds(5));

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.READY);
        assertThat(rig.module.count("ATE0")).isOne();
    }

    @Test
    void anotherSimThatReportsReadyIsRead() {
        rig.ready();
        rig.module.answer("AT+QCCID", "8938003000000000002", "OK").answer("AT+CIMI", "255010000000002", "OK");
        rig.module.say("+CPIN: READY");
        rig.pass(Duration.ofSeconds(5));

        assertThat(rig.modem.status().imsi()).contains("255010000000002");
    }

    @Test
    void aRestingModemTriesAtOnceWhenTheOperatorSaysSo() {
        rig.ready().module.say("NORMAL POWER DOWN");
        rig.settle();
        assertThat(rig.modem.status().state()).isEqualTo(ModemState.QUARANTINED);

        rig.modem.reset(ResetKind.LINK);
        rig.pass(Duration.ofSeconds(1));

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.READY);
    }

    @Test
    void aSimThatIsChangedDuringTheStartUpIsReadAgain() {
        rig.module.answer("AT+CNUM", () -> {
            rig.module.answer("AT+CNUM", "OK").answer("AT+CIMI", "255010000000002", "OK");
            return new String[] {"+QSIMSTAT: 1,1", "OK"};
        });

        rig.ready();

        assertThat(rig.modem.status().imsi()).contains("255010000000002");
    }

    @Test
    void theOperatorMayResetEachWay() {
        rig.ready();
        rig.listener.statuses.clear();
        for (ResetKind kind : ResetKind.values()) {
            CompletableFuture<Void> begun = rig.modem.reset(kind).toCompletableFuture();
            rig.settle();
            assertThat(begun).isDone();
            rig.until(ModemState.READY);
        }

        assertThat(rig.listener.statuses).extracting(ModemStatus::state).contains(ModemState.CONNECTING);
        assertThat(rig.module.count("ATE0")).isEqualTo(4);
        assertThat(rig.module.heard).containsSubsequence("AT+CFUN=0", "AT+CFUN=1", "AT+CFUN=1,1");
    }

    @Test
    void aStoppedModemStaysQuietAndCanBeStartedAgain() {
        rig.ready();
        rig.modem.stop();
        rig.settle();
        rig.module.heard.clear();
        rig.pass(Duration.ofHours(1));
        assertThat(rig.module.heard).isEmpty();

        rig.ready();

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.READY);
    }

    private void announcesAs(String tuple) {
        rig.module.answer("AT+CNMI?", "+CNMI: " + tuple, "OK");
    }

    private long restsIn(Duration time) {
        rig.pass(time);
        return rig.listener.statuses.stream()
                .filter(status -> status.state() == ModemState.QUARANTINED)
                .count();
    }

    /** What ser2net does when another client holds the port. */
    private static final class Refusal implements LinkListener {
        @Override
        public void onOpen(Link link) {
            link.write("Port already in use\n\r".getBytes(StandardCharsets.US_ASCII));
            link.loop().schedule(Duration.ofMillis(1), link::close);
        }

        @Override
        public void onBytes(byte[] bytes) {
            // nobody listens
        }

        @Override
        public void onClosed(LinkClosed closed) {
            // nothing to do
        }
    }
}
