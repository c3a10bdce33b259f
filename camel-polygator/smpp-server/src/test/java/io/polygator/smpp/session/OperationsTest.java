package io.polygator.smpp.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.esme.CancelRequest;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.QueryAnswer;
import io.polygator.smpp.esme.ReceiptState;
import io.polygator.smpp.esme.ReceiptWishes;
import io.polygator.smpp.esme.ReplaceRequest;
import io.polygator.smpp.esme.SubmitBody;
import io.polygator.smpp.esme.SubmitMultiResult;
import io.polygator.smpp.esme.SubmitOptions;
import io.polygator.smpp.session.Rig.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything but submit_sm, from the wire to the owner and back. */
class OperationsTest {
    private static final EsmeAddress SOURCE = new EsmeAddress(2, 1, "1234");

    private final Rig rig = new Rig();

    @Test
    void aQueryIsAnsweredWithTheStateAndTheLocalTime() {
        rig.profile = rig.profile.with(rig.profile.deliveries().withZone(ZoneId.of("Europe/Kyiv")));
        rig.engine.answer =
                new QueryAnswer(Optional.of(Instant.parse("2026-11-22T19:47:00Z")), ReceiptState.UNDELIVERABLE, 27);
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(Raw.QUERY_SM, 7).text("1001").octets(2, 1).text("1234"));

        assertThat(wire.answer().text()).isEqualTo("1001\0" + "261122214700008+\0" + "\u0005\u001B");
        assertThat(rig.engine.queries).containsExactly(new io.polygator.smpp.esme.QueryRequest("1001", SOURCE));
    }

    @Test
    void aMessageOnItsWayHasNoFinalDate() {
        rig.engine.answer = new QueryAnswer(Optional.empty(), ReceiptState.ENROUTE, 0);
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(Raw.QUERY_SM, 7).text("1001").octets(2, 1).text("1234"));

        assertThat(wire.answer().text()).isEqualTo("1001\0" + "\0" + "\1\0");
    }

    @ParameterizedTest
    @CsvSource({"3", "7"})
    void aMessageWithoutIdIsUnknown(int command) {
        Wire wire = rig.transceiver();
        Raw request = Raw.pdu(command, 7).text("").octets(2, 1).text("1234");

        wire.send(command == Raw.QUERY_SM ? request : request.text("").text("").octets(0, 0, 0));

        assertThat(wire.answer().status()).isEqualTo(0x0C);
    }

    private static Raw cancel(String id, String destination) {
        return Raw.pdu(Raw.CANCEL_SM, 7)
                .text("")
                .text(id)
                .octets(2, 1)
                .text("1234")
                .octets(1, 1)
                .text(destination);
    }

    @Test
    void aCancelNamesOneMessageOrAllToOneDestination() {
        Wire wire = rig.transceiver();

        wire.send(cancel("1001", ""), cancel("", "380671234567"), cancel("", ""));

        assertThat(wire.rest()).extracting(Answer::status).containsExactly(0, 0, 0x0B);
        assertThat(rig.engine.cancels)
                .containsExactly(
                        new CancelRequest.One("1001", SOURCE),
                        new CancelRequest.Matching("", SOURCE, new EsmeAddress(1, 1, "380671234567")));
    }

    @Test
    void aReplacementBringsItsTextAndTimes() {
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(Raw.REPLACE_SM, 7)
                .text("1001")
                .octets(2, 1)
                .text("1234")
                .text("")
                .text("000000010000000R")
                .octets(1, 0)
                .message("new".getBytes(US_ASCII)));

        assertThat(wire.answer().status()).isZero();
        ReplaceRequest request = rig.engine.replaces.get(0);
        assertThat(request.text()).isEqualTo("new");
        assertThat(request.validity()).contains(Duration.ofHours(1));
        assertThat(request.scheduledAt()).isEmpty();
        assertThat(request.receipts().wants(ReceiptWishes.Event.DELIVERED)).isTrue();
    }

    @Test
    void aReplacementByATimeThatHasPassedMeansAtOnce() {
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(Raw.REPLACE_SM, 7)
                .text("1001")
                .octets(2, 1)
                .text("1234")
                .text("200101000000000+")
                .text("")
                .octets(0, 0)
                .message(new byte[0]));

        assertThat(wire.answer().status()).isZero();
        ReplaceRequest request = rig.engine.replaces.get(0);
        assertThat(request.octets().isEmpty()).isTrue();
        assertThat(request.scheduledAt()).contains(rig.now);
        assertThat(request.receipts()).isEqualTo(ReceiptWishes.none());
    }

    private static Raw multi(String... destinations) {
        Raw multi =
                Raw.pdu(Raw.SUBMIT_MULTI, 7).text("").octets(0, 0).text("1234").octets(destinations.length);
        for (String destination : destinations) {
            multi.octets(1, 1, 1).text(destination);
        }
        return multi.octets(0, 0, 0).text("").text("").octets(0, 0, 0, 0).message("hi".getBytes(US_ASCII));
    }

    @Test
    void aMessageToManyNamesThoseThatDoNotGetIt() {
        EsmeAddress barred = new EsmeAddress(1, 1, "380671112233");
        rig.engine.refusals = List.of(new SubmitMultiResult.Refused(barred, CommandStatus.RSUBMITFAIL));
        Wire wire = rig.transceiver();

        wire.send(multi("380671234567", "nobody", barred.value()));

        assertThat(wire.answer().text())
                .isEqualTo("1001\0" + "\2" + "\1\1" + "nobody\0" + "\0\0\0\u000B" + "\1\1" + "380671112233\0"
                        + "\0\0\0\u0045");
        assertThat(rig.engine.multis.get(0).destinations()).hasSize(2);
    }

    @Test
    void aMessageToNobodyIsRefused() {
        Wire wire = rig.transceiver();

        wire.send(multi("nobody", "no one"));

        assertThat(wire.answer().status()).isEqualTo(0x0B);
        assertThat(rig.engine.multis).isEmpty();
    }

    @Test
    void dataSmIsASubmission() {
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(Raw.DATA_SM, 7)
                .text("")
                .octets(2, 1)
                .text("1234")
                .octets(1, 1)
                .text("380671234567")
                .octets(0, 1, 8)
                .tlv(0x0424, 0x04, 0x1F));

        Answer answer = wire.answer();
        assertThat(answer.commandId()).isEqualTo(Raw.DATA_SM | Raw.RESPONSE);
        assertThat(answer.text()).isEqualTo("1001\0");
        assertThat(((SubmitBody.Text) rig.engine.submits.get(0).body()).text()).isEqualTo("П");
    }

    @ParameterizedTest(name = "{0}")
    @org.junit.jupiter.params.provider.CsvFileSource(
            resources = "/vectors/kannel.csv",
            delimiter = '|',
            numLinesToSkip = 1)
    void whatKannelSubmitsIsUnderstood(
            String name,
            int ton,
            String source,
            int esmClass,
            int protocolId,
            int priority,
            String schedule,
            String validity,
            int registered,
            int dataCoding,
            String hex,
            String kind,
            String text) {
        rig.now = Instant.parse("2026-11-22T19:47:24Z");
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(Raw.SUBMIT_SM, 7)
                .text("")
                .octets(ton, ton == 5 ? 0 : 1)
                .text(source)
                .octets(1, 1)
                .text("380671234567")
                .octets(esmClass, protocolId, priority)
                .text(schedule)
                .text(validity)
                .octets(registered, 0, dataCoding, 0)
                .message(Raw.hex(hex)));

        assertThat(wire.answer().status()).isZero();
        SubmitOptions options = rig.engine.submits.get(0).options();
        assertThat(options.protocolIdentifier()).isEqualTo(protocolId);
        assertThat(options.priority()).isEqualTo(priority);
        assertThat(options.scheduledAt()).isEqualTo(moment(schedule));
        assertThat(options.validity()).isEqualTo(moment(validity).map(end -> Duration.between(rig.now, end)));
        SubmitBody body = rig.engine.submits.get(0).body();
        assertThat(body.getClass().getSimpleName()).isEqualTo(kind);
        if (body instanceof SubmitBody.Text plain) {
            assertThat(plain.text()).isEqualTo(text);
        } else if (body instanceof SubmitBody.Prepared prepared) {
            assertThat(prepared.userData().text().orElse("")).isEqualTo(text);
        }
    }

    /** What a time of Kannel's says, which is always one of UTC. */
    private static Optional<Instant> moment(String time) {
        return time.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDateTime.parse(time.substring(0, 12), DateTimeFormatter.ofPattern("yyMMddHHmmss"))
                        .toInstant(ZoneOffset.UTC));
    }

    @Test
    void replyPathProtocolAndPriorityReachTheOwner() {
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(Raw.SUBMIT_SM, 7)
                .text("CMT")
                .octets(2, 1)
                .text("1234")
                .octets(1, 1)
                .text("380671234567")
                .octets(0x80, 0x41, 7)
                .text("")
                .text("")
                .octets(0, 0, 0, 0)
                .message("hi".getBytes(US_ASCII)));

        assertThat(wire.answer().status()).isZero();
        SubmitOptions options = rig.engine.submits.get(0).options();
        assertThat(options.serviceType()).isEqualTo("CMT");
        assertThat(options.replyPath()).isTrue();
        assertThat(options.protocolIdentifier()).isEqualTo(0x41);
        assertThat(options.priority()).as("the highest that there is").isEqualTo(3);
    }
}
