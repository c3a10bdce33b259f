package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.modem.SendOutcome.Accepted;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {
    private final ModemRig rig = new ModemRig();

    @Test
    void anAnnouncedMessageIsReadHandedOverAndDeleted() {
        rig.ready().module.receive(3, ModemRig.HELLO);
        rig.settle();

        ReceivedTpdu received = rig.listener.received.get(0);
        assertThat(rig.listener.received).hasSize(1);
        assertThat(received.raw()).isEqualTo(ModemRig.HELLO);
        assertThat(received.tpdu()).containsInstanceOf(SmsDeliver.class);
        assertThat(received.defect()).isEmpty();
        assertThat(received.imsi()).contains("255010000000001");
        assertThat(received.at()).isEqualTo(rig.loop.instant().minusMillis(1));
        assertThat(rig.module.heard).containsSubsequence("AT+CMGR=3", "AT+CMGD=3");
        assertThat(rig.module.stored).isEmpty();
    }

    @Test
    void theStorageIsReadAtTheStart() {
        rig.module.stored.put(1, ModemRig.HELLO);
        rig.module.stored.put(7, ModemRig.HI);

        rig.ready();

        assertThat(rig.listener.received).extracting(ReceivedTpdu::raw).containsExactly(ModemRig.HELLO, ModemRig.HI);
        assertThat(rig.module.stored).isEmpty();
    }

    @Test
    void theStorageIsReadPeriodicallySinceAnAnnouncementMayBeLost() {
        rig.ready().module.stored.put(1, ModemRig.HELLO);

        rig.pass(Duration.ofSeconds(121));

        assertThat(rig.listener.received).hasSize(1);
    }

    @Test
    void nothingIsDeletedBeforeItIsSafe() {
        CompletableFuture<Void> commit = new CompletableFuture<>();
        rig.ready().listener.takeOver = received -> commit;
        rig.module.receive(3, ModemRig.HELLO);
        rig.pass(Duration.ofSeconds(30));
        assertThat(rig.module.stored).containsKey(3);

        commit.complete(null);
        rig.settle();

        assertThat(rig.module.stored).isEmpty();
    }

    @Test
    void whatCouldNotBeTakenOverIsOfferedAgain() {
        aMessageIsLeftOnTheSim();

        rig.listener.takeOver = received -> CompletableFuture.completedStage(null);
        rig.pass(Duration.ofMinutes(2));

        assertThat(rig.listener.received).hasSize(2);
        assertThat(rig.module.stored).isEmpty();
    }

    @Test
    void whatWasLeftIsOfferedAsSoonAsTheListenerAsks() {
        aMessageIsLeftOnTheSim();

        rig.listener.takeOver = received -> CompletableFuture.completedStage(null);
        rig.modem.offerAgain();
        rig.settle();

        assertThat(rig.listener.received).hasSize(2);
        assertThat(rig.module.stored).isEmpty();
    }

    @Test
    void aListenerThatThrowsOrNeverAnswersLosesNothing() {
        rig.ready().listener.takeOver = received -> {
            throw new IllegalStateException("broken");
        };
        rig.module.receive(3, ModemRig.HELLO);
        rig.settle();
        rig.listener.takeOver = received -> new CompletableFuture<>();
        rig.pass(Duration.ofMinutes(1));
        assertThat(rig.module.stored).containsKey(3);

        rig.listener.takeOver = received -> CompletableFuture.completedStage(null);
        rig.pass(Duration.ofMinutes(5));

        assertThat(rig.module.stored).isEmpty();
    }

    @Test
    void whatBecameSafeAfterTheLinkWasLostIsNotDeletedBlindly() {
        CompletableFuture<Void> commit = new CompletableFuture<>();
        rig.ready().listener.takeOver = received -> commit;
        rig.module.receive(3, ModemRig.HELLO);
        rig.settle();
        rig.module.cut();
        rig.settle();
        rig.module.stored.put(3, ModemRig.HI); // another SIM, perhaps

        commit.complete(null);
        rig.until(ModemState.READY);
        rig.settle();

        assertThat(rig.listener.received).extracting(ReceivedTpdu::raw).containsExactly(ModemRig.HELLO, ModemRig.HI);
        assertThat(rig.module.stored).isEmpty();
    }

    @Test
    void aFloodOfAnnouncementsBecomesOneSweep() {
        rig.ready();
        long before = rig.module.count("AT+CMGL=4");
        for (int index = 1; index <= 20; index++) {
            rig.module.receive(index, ModemRig.HELLO);
        }
        rig.pass(Duration.ofSeconds(1));

        assertThat(rig.module.stored).isEmpty();
        assertThat(rig.module.count("AT+CMGL=4") - before).isLessThanOrEqualTo(2);
        assertThat(rig.module.heard.stream().filter(line -> line.startsWith("AT+CMGR=")))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void anAnnouncementTwiceFindsAnEmptySlot() {
        rig.ready().module.receive(3, ModemRig.HELLO);
        rig.settle();

        rig.module.say("+CMTI: \"SM\",3");
        rig.settle();

        assertThat(rig.listener.received).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "+CMS ERROR: 321", "+CMGR: 0,,0|OK"})
    void anEmptySlotIsNoMessage(String answer) {
        rig.ready().module.answer("AT+CMGR=5", answer.split("\\|", -1));

        rig.module.say("+CMTI: SM,5");
        rig.settle();

        assertThat(rig.listener.received).isEmpty();
        assertThat(rig.module.heard).contains("AT+CMGR=5").doesNotContain("AT+CMGD=5");
    }

    @Test
    void messagesOfAnyStatusOrCommaAreRead() {
        rig.ready().module.answer("AT+CMGR=5", "+CMGR: \"REC UNREAD\",,24", ModemRig.HELLO, "OK");

        rig.module.say("+CMTI: \"SM\",5");
        rig.settle();

        assertThat(rig.listener.received).singleElement().satisfies(received -> assertThat(received.tpdu())
                .isPresent());
    }

    @Test
    void draftsAndCopiesOfSentMessagesAreLeftAlone() {
        rig.module.answer(
                "AT+CMGL=4", "+CMGL: 1,3,,24", ModemRig.HELLO, "+CMGL: 2,\"STO UNSENT\",,24", ModemRig.HELLO, "OK");

        rig.ready();

        assertThat(rig.listener.received).isEmpty();
        assertThat(rig.module.heard).noneMatch(line -> line.startsWith("AT+CMGD"));
    }

    @Test
    void aSimFullOfDraftsIsTheOperatorsToClear() {
        rig.module
                .answer("AT+CPMS=\"SM\",\"SM\",\"SM\"", "+CPMS: 2,2,2,2,2,2", "OK")
                .answer("AT+CMGL=4", "+CMGL: 1,3,,24", ModemRig.HELLO, "+CMGL: 2,2,,24", ModemRig.HELLO, "OK");

        rig.ready();

        assertThat(rig.modem.status().state()).isEqualTo(ModemState.READY);
        assertThat(rig.modem.status().detail()).contains("2 of 2 slots", "delete them");
    }

    @Test
    void anAnnouncementBeforeARestartIsNotReadInTheOldLife() {
        rig.ready().module.nextSend();
        rig.beginSend("a");
        rig.module.receive(3, ModemRig.HELLO);
        rig.settle();
        assertThat(rig.module.heard).doesNotContain("AT+CMGR=3");

        rig.module.say("RDY");
        rig.settle();
        assertThat(rig.module.heard).doesNotContain("AT+CMGR=3");
        rig.until(ModemState.READY);
        rig.settle();

        assertThat(rig.listener.received).hasSize(1);
    }

    @Test
    void aDirectMessageIsTakenWhateverWasAskedFor() {
        rig.ready().module.say("+CMT: ,24", ModemRig.HELLO);
        rig.settle();

        assertThat(rig.listener.received).singleElement().satisfies(received -> assertThat(received.tpdu())
                .containsInstanceOf(SmsDeliver.class));
        assertThat(rig.module.heard).doesNotContain("AT+CNMA");
    }

    @Test
    void aDirectMessageIsAcknowledgedWhenTheModuleWaitsForThat() {
        rig.module.answer("AT+CSMS=0", "ERROR").answer("AT+CSMS?", "+CSMS: 1,1,1,1", "OK");
        CompletableFuture<Void> commit = new CompletableFuture<>();
        rig.ready().listener.takeOver = received -> commit;
        rig.module.say("+CMT: ,24", ModemRig.HELLO);
        rig.settle();
        assertThat(rig.module.heard).doesNotContain("AT+CNMA");

        commit.complete(null);
        rig.settle();

        assertThat(rig.module.count("AT+CNMA")).isOne();
    }

    @Test
    void aDirectMessageIsOfferedUntilItIsTakenAndHoldsNoOtherBack() {
        int[] failures = {3};
        rig.ready().listener.takeOver = received -> received.raw().equals(ModemRig.REPORT) && failures[0]-- > 0
                ? CompletableFuture.failedStage(new IllegalStateException("not now"))
                : CompletableFuture.completedStage(null);
        rig.module.say("+CDS: 25", ModemRig.REPORT);
        rig.module.say("+CMT: ,21", ModemRig.HI);

        rig.pass(Duration.ofMinutes(1));

        assertThat(rig.listener.received)
                .extracting(ReceivedTpdu::raw)
                .containsExactly(ModemRig.REPORT, ModemRig.HI, ModemRig.REPORT, ModemRig.REPORT, ModemRig.REPORT);
    }

    @Test
    void aStatusReportIsTaken() {
        rig.ready().module.say("+CDS: 25", ModemRig.REPORT);
        rig.settle();

        assertThat(rig.listener.received).singleElement().satisfies(received -> assertThat(received.tpdu())
                .containsInstanceOf(SmsStatusReport.class));
    }

    @Test
    void aStoredStatusReportIsReadFromItsMemory() {
        rig.ready().module.stored.put(1, ModemRig.REPORT);

        rig.module.say("+CDSI: \"SR\",1");
        rig.settle();

        assertThat(rig.module.heard).containsSubsequence("AT+CPMS=\"SR\"", "AT+CMGR=1", "AT+CMGD=1", "AT+CPMS=\"SM\"");
        assertThat(rig.listener.received).hasSize(1);
    }

    @Test
    void aHeaderWithoutItsPduLeadsToASweep() {
        rig.ready().module.stored.put(1, ModemRig.HELLO);

        rig.module.say("+CMT: ,24");
        rig.pass(Duration.ofSeconds(4));

        assertThat(rig.listener.received).hasSize(1);
    }

    @Test
    void aPduThatCannotBeReadIsReadAgainThenHandedOverAsItIsAndDeleted() {
        rig.ready().module.receive(4, "0791ZZ");
        rig.settle();

        assertThat(rig.module.count("AT+CMGR=4")).isEqualTo(3);
        assertThat(rig.listener.received).singleElement().satisfies(received -> {
            assertThat(received.raw()).isEqualTo("0791ZZ");
            assertThat(received.tpdu()).isEmpty();
            assertThat(received.defect()).isNotBlank();
        });
        assertThat(rig.module.stored).isEmpty();
    }

    @Test
    void aPduThatWasGarbledOnTheWayIsReadAgain() {
        int[] readings = {0};
        rig.ready()
                .module
                .answer(
                        "AT+CMGR=4",
                        () -> readings[0]++ == 0
                                ? new String[] {"+CMGR: 0,,24", ModemRig.HELLO.substring(4), "OK"}
                                : new String[] {"+CMGR: 1,,24", ModemRig.HELLO, "OK"});

        rig.module.say("+CMTI: \"SM\",4");
        rig.settle();

        assertThat(rig.listener.received).singleElement().satisfies(received -> assertThat(received.raw())
                .isEqualTo(ModemRig.HELLO));
    }

    @Test
    void betweenTwoDeletionsAMessageMayBeSent() {
        for (int index = 1; index <= 5; index++) {
            rig.module.stored.put(index, ModemRig.HELLO);
        }
        List<CompletableFuture<SendOutcome>> sent = new ArrayList<>();
        rig.listener.takeOver = received -> {
            if (sent.isEmpty()) {
                sent.add(rig.modem.send("a", ModemRig.hello()).toCompletableFuture());
            }
            return CompletableFuture.completedStage(null);
        };

        rig.ready();

        assertThat(sent.get(0).join()).isInstanceOf(Accepted.class);
        int send = indexOf("AT+CMGS=");
        assertThat(send).isLessThan(rig.module.heard.lastIndexOf("AT+CMGD=5"));
    }

    private void aMessageIsLeftOnTheSim() {
        rig.ready().listener.takeOver =
                received -> CompletableFuture.failedStage(new IllegalStateException("disk full"));
        rig.module.receive(3, ModemRig.HELLO);
        rig.settle();
        assertThat(rig.module.stored).containsKey(3);
    }

    private int indexOf(String beginning) {
        return (int) rig.module.heard.stream()
                .takeWhile(line -> !line.startsWith(beginning))
                .count();
    }
}
