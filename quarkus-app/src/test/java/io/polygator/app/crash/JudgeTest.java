package io.polygator.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.polygator.app.crash.Judge.Complaint;
import io.polygator.app.crash.Judge.Complaint.Kind;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.simulator.network.AirLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A judge that never complains would make the crash test worthless. */
class JudgeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "+380671000000";
    private static final String LONG = "x".repeat(200);

    @ParameterizedTest
    @CsvSource({
        "delivered,   false, 0, LOST",
        "delivered,   false, 1, ",
        "delivered,   false, 2, SILENT_DUPLICATE",
        "delivered,   true,  2, ",
        "accepted,    false, 0, LOST",
        "unconfirmed, false, 0, ",
        "unconfirmed, false, 1, ",
        "unconfirmed, false, 2, SILENT_DUPLICATE",
        "failed,      false, 0, ",
        "failed,      false, 1, UNTRUE",
        "queued,      false, 0, LOST",
    })
    void comparesTheStateWithTheAir(String state, boolean marked, int times, @Nullable Kind expected) throws Exception {
        Judge judge = new Judge(onAir("short", times), Instant.MAX);

        judge.hearAccepted("7", NUMBER, status(state, segment(1, state, marked)));

        assertThat(judge.complaints())
                .extracting(Complaint::kind)
                .isEqualTo(Optional.ofNullable(expected).stream().toList());
    }

    @Test
    void looksAtEachSegmentAlone() throws Exception {
        List<AirLog.Entry> air = new ArrayList<>(onAir(LONG, 1));
        air.add(air.get(1));
        air.remove(0);
        Judge judge = new Judge(air, Instant.MAX);

        judge.hearAccepted(
                "7", NUMBER, status("delivered", segment(1, "delivered", false), segment(2, "delivered", false)));

        assertThat(judge.complaints()).extracting(Complaint::kind).containsExactly(Kind.LOST, Kind.SILENT_DUPLICATE);
    }

    @Test
    void nothingExcusesAMissingReportOnceThereIsPeace() throws Exception {
        Judge judge = new Judge(onAir("short", 1), Instant.EPOCH.minusSeconds(1));

        judge.hearAccepted("7", NUMBER, status("accepted", segment(1, "accepted", false)));

        assertThat(judge.count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void complainsAboutAnAcceptedMessageThatNobodyKnows() {
        Judge judge = new Judge(List.of(), Instant.MAX);

        judge.hearAccepted("7", NUMBER, MissingNode.getInstance());

        assertThat(judge.count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void aMessageWithoutAnAnswerMayHaveBeenSentOnce() {
        Judge once = new Judge(onAir("short", 1), Instant.MAX);
        Judge twice = new Judge(onAir("short", 2), Instant.MAX);

        once.hearUnanswered(NUMBER);
        twice.hearUnanswered(NUMBER);

        assertThat(once.complaints()).isEmpty();
        assertThat(twice.count(Kind.SILENT_DUPLICATE)).isEqualTo(1);
    }

    @Test
    void aRefusedMessageMustNotHaveBeenSent() {
        Judge judge = new Judge(onAir("short", 1), Instant.MAX);

        judge.hearRefused(NUMBER);

        assertThat(judge.count(Kind.UNTRUE)).isEqualTo(1);
    }

    @Test
    void inboundMessagesComeAsOneEventEachHoweverOftenItIsDelivered() throws Exception {
        Judge judge = new Judge(List.of(), Instant.MAX);

        judge.hearInbound(
                Set.of("a", "b", "c"), List.of(event("1", "a"), event("1", "a"), event("2", "b"), event("3", "b")));

        assertThat(judge.count(Kind.LOST)).isEqualTo(1);
        assertThat(judge.count(Kind.SILENT_DUPLICATE)).isEqualTo(1);
    }

    @Test
    void whatIsDeliveredMustHaveBeenReported() throws Exception {
        Judge judge = new Judge(List.of(), Instant.MAX);

        judge.hearReports(Set.of("1", "2"), List.of(JSON.readTree("{\"id\":\"1\",\"state\":\"delivered\"}")));

        assertThat(judge.complaints()).extracting(Complaint::id).containsExactly("2");
    }

    @Test
    void thatTheNetworkTookAMessageIsNotThatItWasDelivered() throws Exception {
        Judge judge = new Judge(List.of(), Instant.MAX);

        judge.hearReports(Set.of("1"), List.of(JSON.readTree("{\"id\":\"1\",\"state\":\"accepted\"}")));

        assertThat(judge.count(Kind.LOST)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"delivered, 1", "failed, 1", "expired, 1", "cancelled, 1", "accepted, 0", "unconfirmed, 0"})
    void whatHasEndedMustHaveItsReceipt(String state, int complaints) throws Exception {
        Judge judge = new Judge(List.of(), Instant.MAX);

        judge.hearReceipts(Map.of("7", status(state)), List.of("8"));

        assertThat(judge.count(Kind.LOST)).isEqualTo(complaints);
    }

    @Test
    void aReceiptMayComeAgainAndForAMessageWithoutAnAnswer() throws Exception {
        Judge judge = new Judge(List.of(), Instant.MAX);

        judge.hearReceipts(Map.of("7", status("delivered")), List.of("7", "8", "7"));

        assertThat(judge.complaints()).isEmpty();
    }

    private static List<AirLog.Entry> onAir(String text, int times) {
        List<AirLog.Entry> entries = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            Segmenter.segmentText(text, SegmentationOptions.standard(ConcatReference.ofEightBits(1)))
                    .segments()
                    .forEach(userData -> entries.add(new AirLog.Entry(
                            Instant.EPOCH,
                            "+380501234501",
                            new MessageReference(0),
                            SmsSubmit.to(SmsAddress.ofDestination(NUMBER), userData))));
        }
        return entries;
    }

    private static JsonNode status(String state, String... segments) throws JsonProcessingException {
        return JSON.readTree("{\"state\":\"" + state + "\",\"segments\":[" + String.join(",", segments) + "]}");
    }

    private static String segment(int sequence, String state, boolean marked) {
        return "{\"sequence\":" + sequence + ",\"state\":\"" + state + "\",\"possibleDuplicate\":" + marked + "}";
    }

    private static JsonNode event(String id, String text) throws JsonProcessingException {
        return JSON.readTree("{\"event\":\"inbound\",\"id\":\"" + id + "\",\"text\":\"" + text + "\"}");
    }
}
