package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which messages query_sm, cancel_sm, replace_sm and replace_if_present mean; all of them wait for tomorrow. */
class SmppOperationsTest {
    private static final String SOMEBODY = "380677654321";
    private static final String SOMEBODY_ELSE = "380677654322";
    private static final String SOURCE = "1234";
    private static final String ANOTHER_SOURCE = "5678";
    private static final String TOMORROW = "000001000000000R";
    private static final int NO_SUCH_MESSAGE = 0x0C;
    private static final int NOT_CANCELLED = 0x11;

    private SmppGateway gateway;
    private TestEsme esme;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        gateway = SmppGateway.start(folder, 0);
        esme = TestEsme.bind(gateway.port(), "demo", "demo", BindType.BIND_TRX);
    }

    @AfterEach
    void stop() {
        esme.close();
        gateway.close();
    }

    private String submit(String serviceType, String source, String to, int replaceIfPresent) throws Exception {
        return esme.session()
                .submitShortMessage(
                        serviceType,
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        source,
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        to,
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        TOMORROW,
                        null,
                        new RegisteredDelivery(0),
                        (byte) replaceIfPresent,
                        DataCodings.ZERO,
                        (byte) 0,
                        "wait".getBytes(StandardCharsets.US_ASCII))
                .getMessageId();
    }

    private String submit(String serviceType, String source, String to) throws Exception {
        return submit(serviceType, source, to, 0);
    }

    private MessageState state(String id, String source) throws Exception {
        return esme.session()
                .queryShortMessage(id, TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, source)
                .getMessageState();
    }

    private void cancel(String serviceType, String id, String source, String to) throws Exception {
        esme.session()
                .cancelShortMessage(
                        serviceType,
                        id,
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        source,
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        to);
    }

    private void replace(String id, String source) throws Exception {
        esme.session()
                .replaceShortMessage(
                        id,
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        source,
                        null,
                        null,
                        new RegisteredDelivery(0),
                        (byte) 0,
                        "other".getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertRefused(int status, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOfSatisfying(NegativeResponseException.class, refused -> assertThat(
                        refused.getCommandStatus())
                .isEqualTo(status));
    }

    @Test
    void anIdWithTheSourceOfAnotherMessageIsNobodys() throws Exception {
        String id = submit("", SOURCE, SOMEBODY);

        assertRefused(NO_SUCH_MESSAGE, () -> state(id, ANOTHER_SOURCE));
        assertRefused(NO_SUCH_MESSAGE, () -> cancel("", id, ANOTHER_SOURCE, SOMEBODY));
        assertRefused(NO_SUCH_MESSAGE, () -> replace(id, ANOTHER_SOURCE));

        assertThat(state(id, SOURCE)).isEqualTo(MessageState.ENROUTE);
        replace(id, SOURCE);
        cancel("", id, SOURCE, SOMEBODY);
        assertThat(state(id, SOURCE)).isEqualTo(MessageState.DELETED);
    }

    @Test
    void withoutAnIdEverythingIsCancelledThatHasTheSourceDestinationAndServiceType() throws Exception {
        String one = submit("CMT", SOURCE, SOMEBODY);
        String two = submit("CMT", SOURCE, SOMEBODY);
        String ofAnotherService = submit("VMN", SOURCE, SOMEBODY);
        String ofTheDefaultService = submit("", SOURCE, SOMEBODY);
        String fromAnother = submit("CMT", ANOTHER_SOURCE, SOMEBODY);
        String toAnother = submit("CMT", SOURCE, SOMEBODY_ELSE);

        cancel("CMT", "", SOURCE, SOMEBODY);

        assertThat(state(one, SOURCE)).isEqualTo(MessageState.DELETED);
        assertThat(state(two, SOURCE)).isEqualTo(MessageState.DELETED);
        assertThat(state(ofAnotherService, SOURCE)).isEqualTo(MessageState.ENROUTE);
        assertThat(state(ofTheDefaultService, SOURCE)).isEqualTo(MessageState.ENROUTE);
        assertThat(state(fromAnother, ANOTHER_SOURCE)).isEqualTo(MessageState.ENROUTE);
        assertThat(state(toAnother, SOURCE)).isEqualTo(MessageState.ENROUTE);
    }

    @Test
    void withoutAnIdAndWithoutSuchAMessageNothingIsCancelled() throws Exception {
        String id = submit("CMT", SOURCE, SOMEBODY);

        assertRefused(NOT_CANCELLED, () -> cancel("VMN", "", SOURCE, SOMEBODY));
        assertRefused(NOT_CANCELLED, () -> cancel("CMT", "", ANOTHER_SOURCE, SOMEBODY));
        assertRefused(NOT_CANCELLED, () -> cancel("CMT", "", SOURCE, SOMEBODY_ELSE));
        assertRefused(0x0B, () -> cancel("CMT", "", SOURCE, ""));
        assertThat(state(id, SOURCE)).isEqualTo(MessageState.ENROUTE);
    }

    @Test
    void aMessageTakesThePlaceOfOneOfItsServiceTypeOnly() throws Exception {
        String first = submit("CMT", SOURCE, SOMEBODY);
        String ofAnotherService = submit("VMN", SOURCE, SOMEBODY, 1);
        String second = submit("CMT", SOURCE, SOMEBODY, 1);

        assertThat(state(first, SOURCE)).isEqualTo(MessageState.DELETED);
        assertThat(state(ofAnotherService, SOURCE)).isEqualTo(MessageState.ENROUTE);
        assertThat(state(second, SOURCE)).isEqualTo(MessageState.ENROUTE);
    }
}
