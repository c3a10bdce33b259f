package io.polygator.smpp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.esme.ReceiptWishes;
import io.polygator.smpp.session.Rig.Wire;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Mandatory parameters at their limits: the longest passes, one more gets the field's own status. */
class FieldsTest {
    private static final Map<String, Integer> COMMANDS = Map.of(
            "bind_transceiver", Raw.BIND_TRANSCEIVER,
            "submit_sm", Raw.SUBMIT_SM,
            "submit_multi", Raw.SUBMIT_MULTI,
            "data_sm", Raw.DATA_SM,
            "query_sm", Raw.QUERY_SM,
            "cancel_sm", Raw.CANCEL_SM,
            "replace_sm", Raw.REPLACE_SM);

    private final Rig rig = new Rig();

    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvFileSource(resources = "/vectors/field-lengths.csv", delimiter = '|', numLinesToSkip = 1)
    void aTextFieldAtItsLimit(String pdu, String field, int longest, String status) {
        assertThat(statusOf(pdu, field, "1".repeat(longest))).isZero();
        assertThat(statusOf(pdu, field, "1".repeat(longest + 1))).isEqualTo(Integer.decode(status));
        assertThat(statusOf(pdu, field, "\u00e9")).isEqualTo(Integer.decode(status));
    }

    @ParameterizedTest(name = "{0}: {1} octets")
    @CsvSource({
        "schedule_delivery_time, 0x61, 261127120000000",
        "schedule_delivery_time, 0x61, 2611271200000000+",
        "schedule_delivery_time, 0x61, 2",
        "schedule_delivery_time, 0x61, 20000000000000000000",
        "validity_period, 0x62, 261127120000000",
        "validity_period, 0x62, 2611271200000000+",
        "validity_period, 0x62, 20000000000000000000"
    })
    void aTimeHasSixteenCharactersOrNone(String field, String status, String value) {
        for (String pdu : new String[] {"submit_sm", "submit_multi", "replace_sm"}) {
            assertThat(statusOf(pdu, field, "")).isZero();
            assertThat(statusOf(pdu, field, "261127120000000+")).isZero();
            assertThat(statusOf(pdu, field, value)).isEqualTo(Integer.decode(status));
        }
    }

    private int statusOf(String pdu, String field, String value) {
        Wire wire = pdu.startsWith("bind") ? rig.connect() : rig.transceiver();
        wire.send(request(pdu, Map.of(field, value)));
        int status = wire.answer().status();
        wire.hangUp();
        return status;
    }

    private static byte[] request(String pdu, Map<String, String> fields) {
        Raw raw = Raw.pdu(COMMANDS.getOrDefault(pdu, 0), 7);
        String source = fields.getOrDefault("source_addr", "1234");
        String destination = fields.getOrDefault("destination_addr", "380671234567");
        String serviceType = fields.getOrDefault("service_type", "");
        String id = fields.getOrDefault("message_id", "1001");
        String schedule = fields.getOrDefault("schedule_delivery_time", "");
        String validity = fields.getOrDefault("validity_period", "");
        Raw built =
                switch (pdu) {
                    case "bind_transceiver" ->
                        raw.text(fields.getOrDefault("system_id", "me"))
                                .text(fields.getOrDefault("password", ""))
                                .text(fields.getOrDefault("system_type", ""))
                                .octets(0x34, 0, 0)
                                .text(fields.getOrDefault("address_range", ""));
                    case "submit_sm" ->
                        raw.text(serviceType)
                                .octets(0, 0)
                                .text(source)
                                .octets(0, 0)
                                .text(destination)
                                .octets(0, 0, 0)
                                .text(schedule)
                                .text(validity)
                                .octets(0, 0, 0, 0)
                                .message(new byte[5]);
                    case "submit_multi" ->
                        raw.text(serviceType)
                                .octets(0, 0)
                                .text(source)
                                .octets(1, 1, 0, 0)
                                .text(destination)
                                .octets(0, 0, 0)
                                .text(schedule)
                                .text(validity)
                                .octets(0, 0, 0, 0)
                                .message(new byte[5]);
                    case "data_sm" ->
                        raw.text(serviceType)
                                .octets(0, 0)
                                .text(source)
                                .octets(0, 0)
                                .text(destination)
                                .octets(0, 0, 0)
                                .tlv(0x0424, 'h', 'i');
                    case "query_sm" -> raw.text(id).octets(0, 0).text(source);
                    case "cancel_sm" ->
                        raw.text(serviceType)
                                .text(id)
                                .octets(0, 0)
                                .text(source)
                                .octets(0, 0)
                                .text(destination);
                    case "replace_sm" ->
                        raw.text(id)
                                .octets(0, 0)
                                .text(source)
                                .text(schedule)
                                .text(validity)
                                .octets(0, 0)
                                .message(new byte[5]);
                    default -> throw new AssertionError(pdu);
                };
        return built.bytes();
    }

    @ParameterizedTest(name = "{0} octets for {1}: {2}")
    @CsvSource({"254, 0x34, 0", "255, 0x34, 1", "254, 0x50, 0", "255, 0x50, 0"})
    void theLongestShortMessageDependsOnTheVersion(int length, String version, int status) {
        Wire wire = rig.bound(Raw.BIND_TRANSCEIVER, Integer.decode(version));

        wire.send(Raw.submit(2, 4, new byte[length]));

        assertThat(wire.answer().status()).isEqualTo(status);
    }

    @Test
    void aBodyShorterThanItsLengthIsNamed() {
        Wire wire = rig.transceiver();
        byte[] submit = Raw.submit(2);
        submit[submit.length - 6] = 6;

        wire.send(submit);

        assertThat(wire.answer().status()).isEqualTo(1);
    }

    @Test
    void aPduThatEndsAnywhereIsAnsweredWithAnErrorAndTheSessionGoesOn() {
        Wire wire = rig.transceiver();
        byte[] whole = Raw.submit(7);
        for (int length = 16; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            cut[3] = (byte) length;

            wire.send(cut);

            Answer answer = wire.answer();
            assertThat(answer.commandId()).isEqualTo(Raw.SUBMIT_SM | Raw.RESPONSE);
            assertThat(answer.status()).isIn(0x01, 0x02, 0x0A, 0x0B, 0x15, 0x61, 0x62);
        }
        assertThat(wire.isOpen()).isTrue();
        assertThat(rig.engine.submits).isEmpty();
    }

    @ParameterizedTest(name = "destinations {0}: {1}")
    @CsvSource({"1, 0x34, 0", "254, 0x34, 0", "255, 0x34, 0x33", "255, 0x50, 0", "0, 0x34, 0x33"})
    void theNumberOfDestinationsHasItsLimits(int count, String version, String status) {
        rig.profile = rig.profile.with(rig.profile.submits().withWindow(1_000));
        Wire wire = rig.bound(Raw.BIND_TRANSCEIVER, Integer.decode(version));
        Raw multi =
                Raw.pdu(Raw.SUBMIT_MULTI, 7).text("").octets(0, 0).text("1234").octets(count);
        for (int i = 0; i < count; i++) {
            multi.octets(1, 1, 1).text("38067" + (1_000_000 + i));
        }

        wire.send(multi.octets(0, 0, 0).text("").text("").octets(0, 0, 0, 0).message(new byte[2]));

        assertThat(wire.answer().status()).isEqualTo(Integer.decode(status));
    }

    @ParameterizedTest(name = "flag {0}: {1}")
    @CsvSource({"0, 0x40", "2, 0x34", "3, 0x40"})
    void aDestinationMustBeAnAddress(int flag, String status) {
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(Raw.SUBMIT_MULTI, 7)
                .text("")
                .octets(0, 0)
                .text("1234")
                .octets(1, flag)
                .text("friends")
                .octets(0, 0, 0)
                .text("")
                .text("")
                .octets(0, 0, 0, 0)
                .message(new byte[2]));

        assertThat(wire.answer().status()).isEqualTo(Integer.decode(status));
    }

    @ParameterizedTest(name = "TON {0}, NPI {1}: {2}")
    @CsvSource({"1, 1, 0", "1, 2, 0x0B", "7, 1, 0x0B", "255, 255, 0x0B"})
    void aDestinationOfManyHasATonAndNpiOfTheTables(int ton, int npi, String status) {
        Wire wire = rig.transceiver();

        wire.send(Raw.pdu(Raw.SUBMIT_MULTI, 7)
                .text("")
                .octets(0, 0)
                .text("1234")
                .octets(1, 1, ton, npi)
                .text("380671234567")
                .octets(0, 0, 0)
                .text("")
                .text("")
                .octets(0, 0, 0, 0)
                .message(new byte[2]));

        assertThat(wire.answer().status()).isEqualTo(Integer.decode(status));
        assertThat(wire.isOpen()).isTrue();
    }

    @ParameterizedTest(name = "esm_class {0} priority {1} registered {2} replace {3} default {4} strict {5}: {6}")
    @CsvSource({
        "0x00, 0, 0, 0, 0, LENIENT, 0",
        "0x03, 3, 0x11, 1, 0, STRICT, 0",
        "0x00, 4, 0, 0, 0, LENIENT, 0",
        "0x00, 4, 0, 0, 0, STRICT, 0x06",
        "0x00, 0, 3, 0, 0, LENIENT, 0x07",
        "0x00, 0, 0x20, 0, 0, LENIENT, 0",
        "0x00, 0, 0x20, 0, 0, STRICT, 0x07",
        "0x00, 0, 0, 2, 0, LENIENT, 0x54",
        "0x00, 0, 0, 0, 1, LENIENT, 0x63",
        "0x04, 0, 0, 0, 0, LENIENT, 0x43",
        "0x08, 0, 0, 0, 0, LENIENT, 0x43",
        "0x10, 0, 0, 0, 0, LENIENT, 0x43",
        "0x80, 0, 0, 0, 0, LENIENT, 0",
        "0x02, 0, 0, 0, 0, LENIENT, 0"
    })
    void everyFlagHasItsStatus(
            String esmClass,
            int priority,
            String registered,
            int replace,
            int canned,
            String strictness,
            String status) {
        Wire wire = strictness(strictness);

        wire.send(Raw.pdu(Raw.SUBMIT_SM, 7)
                .text("")
                .octets(1, 1)
                .text("1234")
                .octets(1, 1)
                .text("380671234567")
                .octets(Integer.decode(esmClass), 0, priority)
                .text("")
                .text("")
                .octets(Integer.decode(registered), replace, 0, canned)
                .message(new byte[2]));

        assertThat(wire.answer().status()).isEqualTo(Integer.decode(status));
    }

    @ParameterizedTest(name = "version {0} registered_delivery {1}: {2}")
    @CsvSource({
        "0x34, 0x00, ''",
        "0x34, 0x01, DELIVERED FAILED",
        "0x34, 0x02, FAILED",
        "0x50, 0x03, DELIVERED",
        "0x34, 0x10, INTERMEDIATE",
        "0x34, 0x11, DELIVERED FAILED INTERMEDIATE",
        "0x34, 0x12, FAILED INTERMEDIATE",
        "0x50, 0x13, DELIVERED INTERMEDIATE",
        "0x34, 0x0C, ''",
        "0x34, 0x0D, DELIVERED FAILED"
    })
    void registeredDeliverySaysWhichReceiptsAreWanted(String version, String registered, String events) {
        Wire wire = rig.bound(Raw.BIND_TRANSCEIVER, Integer.decode(version));

        wire.send(Raw.pdu(Raw.SUBMIT_SM, 7)
                .text("")
                .octets(1, 1)
                .text("1234")
                .octets(1, 1)
                .text("380671234567")
                .octets(0, 0, 0)
                .text("")
                .text("")
                .octets(Integer.decode(registered), 0, 0, 0)
                .message(new byte[2]));

        assertThat(wire.answer().status()).isZero();
        assertThat(rig.engine.submits).singleElement().satisfies(submit -> assertThat(
                        submit.options().receipts())
                .isEqualTo(new ReceiptWishes(Stream.of(events.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(ReceiptWishes.Event::valueOf)
                        .collect(Collectors.toSet()))));
    }

    private Wire strictness(String strictness) {
        rig.profile = rig.profile.with(
                rig.profile.binds().withStrictness(io.polygator.smpp.esme.Strictness.valueOf(strictness)));
        return rig.transceiver();
    }

    @ParameterizedTest(name = "{0}/{1} {2} to {3}/{4} {5}, {6}: {7}")
    @CsvSource({
        "1, 1, 380441112233, 1, 1, 380671234567, STRICT, 0",
        "5, 0, Polygator, 1, 1, 380671234567, STRICT, 0",
        "0, 0, '', 1, 1, 380671234567, STRICT, 0",
        "7, 1, 380441112233, 1, 1, 380671234567, STRICT, 0x48",
        "7, 1, 380441112233, 1, 1, 380671234567, LENIENT, 0",
        "1, 2, 380441112233, 1, 1, 380671234567, STRICT, 0x49",
        "1, 2, 380441112233, 1, 1, 380671234567, LENIENT, 0",
        "1, 1, 380441112233, 7, 1, 380671234567, STRICT, 0x50",
        "1, 1, 380441112233, 1, 2, 380671234567, STRICT, 0x51",
        "1, 1, 380441112233, 1, 2, 380671234567, LENIENT, 0",
        "5, 0, LongerThanEleven, 1, 1, 380671234567, STRICT, 0x0A",
        "5, 0, LongerThanEleven, 1, 1, 380671234567, LENIENT, 0",
        "1, 1, '3\u0007', 1, 1, 380671234567, LENIENT, 0x0A",
        "1, 1, 1234, 1, 1, '', LENIENT, 0x0B",
        "1, 1, 1234, 5, 0, Polygator, LENIENT, 0x0B",
        "1, 1, 1234, 1, 1, 38o671234567, LENIENT, 0x0B",
        "1, 1, 1234, 0, 0, +380671234567, LENIENT, 0",
        "1, 1, 1234, 0, 0, 00380671234567, LENIENT, 0"
    })
    void addressesAreCheckedAsStrictlyAsTheAccountWants(
            int sourceTon,
            int sourceNpi,
            String source,
            int ton,
            int npi,
            String destination,
            String strictness,
            String status) {
        Wire wire = strictness(strictness);

        wire.send(Raw.pdu(Raw.SUBMIT_SM, 7)
                .text("")
                .octets(sourceTon, sourceNpi)
                .text(source)
                .octets(ton, npi)
                .text(destination)
                .octets(0, 0, 0)
                .text("")
                .text("")
                .octets(0, 0, 0, 0)
                .message(new byte[2]));

        assertThat(wire.answer().status()).isEqualTo(Integer.decode(status));
    }

    @Test
    void aNumberWithPlusOrTwoZerosBecomesInternational() {
        Wire wire = rig.transceiver();
        for (String destination : new String[] {"+380671234567", "00380671234567"}) {
            wire.send(request("submit_sm", Map.of("destination_addr", destination)));
        }

        assertThat(rig.engine.submits)
                .extracting(request -> request.recipient().display())
                .containsExactly("+380671234567", "+380671234567");
        assertThat(rig.engine.submits)
                .extracting(request -> request.destination().value())
                .containsExactly("+380671234567", "00380671234567");
    }
}
