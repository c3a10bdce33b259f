package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.smpp.esme.ReceiptState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receipt and an answer to query_sm say of a message. */
class SmppStatesTest {

    @ParameterizedTest(name = "{0}, {1}: {2} {3}")
    @CsvSource({
        "QUEUED, queued, ENROUTE, 000",
        "SENDING, sending, ENROUTE, 000",
        "ACCEPTED, accepted, ENROUTE, 000",
        "ACCEPTED, accepted 0x22, ENROUTE, 034",
        "DELIVERED, delivered 0x00, DELIVRD, 000",
        "DELIVERED, delivered 0x01, ACCEPTD, 001",
        "DELIVERED, delivered 0x02, DELETED, 002",
        "DELIVERED, delivered 0x03, ACCEPTD, 003",
        "DELIVERED, delivered 0x1F, ACCEPTD, 031",
        "FAILED, failed 0x40, UNDELIV, 064",
        "FAILED, failed 0x42, REJECTD, 066",
        "FAILED, failed 0x47, DELETED, 071",
        "FAILED, failed 0x48, DELETED, 072",
        "FAILED, failed 0x49, UNKNOWN, 073",
        "FAILED, failed 0x60, UNDELIV, 096",
        "FAILED, failed 0x63, REJECTD, 099",
        "FAILED, failed 1: unassigned number, UNDELIV, 701",
        "FAILED, failed 21: message rejected, REJECTD, 721",
        "FAILED, failed 500: unknown error, UNKNOWN, 500",
        "FAILED, failed the link was lost, UNDELIV, 000",
        "EXPIRED, expired 0x46, EXPIRED, 070",
        "EXPIRED, expired, EXPIRED, 000",
        "CANCELLED, cancelled, DELETED, 000",
        "UNCONFIRMED, unconfirmed, UNKNOWN, 000",
        "UNCONFIRMED, unconfirmed 0x22, UNKNOWN, 034",
        "UNCONFIRMED, unconfirmed 0x80, UNKNOWN, 128"
    })
    void ofAMessageOfOneSegment(MessageState state, String segment, String word, String error) {
        says(Statuses.of(state, segment), word, error);
    }

    @ParameterizedTest(name = "{0}, {1} and {2}: {3} {4}, {5} arrived")
    @CsvSource({
        "DELIVERED, delivered 0x00, delivered 0x00, DELIVRD, 000, 2",
        "DELIVERED, delivered 0x01, delivered 0x00, ACCEPTD, 001, 1",
        "DELIVERED, delivered 0x00, delivered 0x01, ACCEPTD, 001, 1",
        "DELIVERED, delivered 0x02, delivered 0x01, DELETED, 002, 0",
        "FAILED, delivered 0x00, failed 1: unassigned number, UNDELIV, 701, 1",
        "FAILED, failed 1: unassigned number, delivered 0x00, UNDELIV, 701, 1",
        "FAILED, failed 0x42, delivered 0x00, REJECTD, 066, 1",
        "FAILED, failed 0x42, accepted 0x22, REJECTD, 066, 0",
        "FAILED, failed 0x42, failed 0x45, REJECTD, 066, 0",
        "FAILED, expired 0x46, failed 0x45, UNDELIV, 069, 0",
        "FAILED, failed 1: unassigned number, queued, UNDELIV, 701, 0",
        "EXPIRED, expired 0x46, delivered 0x00, EXPIRED, 070, 1",
        "EXPIRED, delivered 0x00, expired, EXPIRED, 000, 1",
        "CANCELLED, delivered 0x00, cancelled, DELETED, 000, 1",
        "UNCONFIRMED, delivered 0x00, unconfirmed, UNKNOWN, 000, 1",
        "ACCEPTED, delivered 0x00, accepted, ENROUTE, 000, 1"
    })
    void ofALongMessageTheSegmentThatDecidesSpeaks(
            MessageState state, String first, String second, String word, String error, int arrived) {
        MessageStatus status = Statuses.of(state, first, second);

        says(status, word, error);
        assertThat(SmppStates.delivered(status)).isEqualTo(arrived);
    }

    private static void says(MessageStatus status, String word, String error) {
        assertThat(SmppStates.state(status).word()).isEqualTo(word);
        assertThat(SmppStates.error(status)).hasToString(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x00", "0x01", "0x02", "0x1F", "0x22"})
    void whatTheNetworkSaysOfASegmentThatFailedMakesNoSuccessOfIt(String late) {
        MessageStatus status = Statuses.of(MessageState.FAILED, "failed " + late);

        assertThat(SmppStates.state(status)).isEqualTo(ReceiptState.UNDELIVERABLE);
        assertThat(SmppStates.error(status)).hasToString("000");
    }

    @Test
    void noStatusOfTheNetworkMakesAFailureASuccess() {
        for (int status = 0; status <= 0xFF; status++) {
            assertThat(SmppStates.state(Statuses.of(MessageState.FAILED, "failed 0x" + Integer.toHexString(status))))
                    .as("TP-ST %d", status)
                    .isNotIn(ReceiptState.DELIVERED, ReceiptState.ACCEPTED, ReceiptState.ENROUTE);
        }
    }
}
