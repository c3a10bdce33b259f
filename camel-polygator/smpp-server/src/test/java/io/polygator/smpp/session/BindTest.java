package io.polygator.smpp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.smpp.esme.BindDecision;
import io.polygator.smpp.esme.BindType;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.esme.Strictness;
import io.polygator.smpp.session.Rig.Wire;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindTest {
    private final Rig rig = new Rig();

    @ParameterizedTest(name = "interface_version {0}: {1}")
    @CsvSource({
        "0x00, V3_3",
        "0x33, V3_3",
        "0x34, V3_4",
        "0x35, V3_4",
        "0x4F, V3_4",
        "0x50, V5_0",
        "0x51, V5_0",
        "0xFF, V5_0"
    })
    void theVersionIsTheBestThatBothSpeak(String wire, InterfaceVersion version) {
        Wire connection = rig.connect();

        connection.send(Raw.bind(Raw.BIND_TRANSMITTER, Integer.decode(wire)));

        assertThat(rig.binds.get(0).version()).isEqualTo(version);
        String parameter = version == InterfaceVersion.V3_3 ? "" : "\u0002\u0010\u0000\u0001\u0050";
        assertThat(connection.answer().text()).isEqualTo("POLYGATOR\0" + parameter);
    }

    @Test
    void theAuthenticatorSeesWhatWasSentAndPrintsNoPassword() {
        rig.transceiver();

        assertThat(rig.binds.get(0).systemId()).isEqualTo("me");
        assertThat(rig.binds.get(0).password()).isEqualTo("secret");
        assertThat(rig.binds.get(0).bindType()).isEqualTo(BindType.TRANSCEIVER);
        assertThat(rig.binds.get(0)).asString().doesNotContain("secret");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "0x0E, UNIFORM, 0x0D",
        "0x0F, UNIFORM, 0x0D",
        "0x53, UNIFORM, 0x53",
        "0x0E, LEGACY, 0x0E",
        "0x0F, LEGACY, 0x0F"
    })
    void aRefusalIsAnsweredAndClosedASecondLater(String decided, BindErrors errors, String shown) {
        rig.bindErrors = errors;
        rig.authenticator = request ->
                CompletableFuture.completedFuture(new BindDecision.Refused(new CommandStatus(Integer.decode(decided))));
        Wire wire = rig.connect();

        wire.send(Raw.bind(Raw.BIND_TRANSCEIVER, 0x34));

        assertThat(wire.answer())
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(Integer.decode(shown)))
                .satisfies(answer -> assertThat(answer.body()).isEmpty());
        wire.send(Raw.bind(Raw.BIND_TRANSCEIVER, 0x34));
        assertThat(wire.rest()).as("no second guess on the same connection").isEmpty();
        rig.pass(Duration.ofMillis(999));
        assertThat(wire.isOpen()).isTrue();
        rig.pass(Duration.ofMillis(1));
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void anAccountHasOnlySoManySessionsAndGetsThemBack() {
        rig.profile = rig.profile.with(rig.profile.binds().withMost(2));
        Wire first = rig.transceiver();
        rig.transceiver();
        Wire third = rig.connect();

        third.send(Raw.bind(Raw.BIND_TRANSCEIVER, 0x34));
        assertThat(third.answer().status()).isEqualTo(0x0D);

        first.hangUp();
        assertThat(rig.transceiver().isOpen()).isTrue();
    }

    @Test
    void aKindOfBindThatTheAccountMayNotUseIsRefused() {
        rig.profile = rig.profile.with(rig.profile.binds().withTypes(Set.of(BindType.TRANSMITTER)));
        Wire wire = rig.connect();

        wire.send(Raw.bind(Raw.BIND_RECEIVER, 0x34));

        assertThat(wire.answer().status()).isEqualTo(0x0D);
    }

    @ParameterizedTest
    @CsvSource({"STRICT, 0x0D", "LENIENT, 0"})
    void aTransceiverOf3_3IsOnlyForTheLenient(Strictness strictness, String status) {
        rig.profile = rig.profile.with(rig.profile.binds().withStrictness(strictness));
        Wire wire = rig.connect();

        wire.send(Raw.bind(Raw.BIND_TRANSCEIVER, 0x33));

        assertThat(wire.answer().status()).isEqualTo(Integer.decode(status));
    }

    @Test
    void anAuthenticatorThatFailsRefusesAndSaysNothing() {
        rig.authenticator = request -> CompletableFuture.failedFuture(new IllegalStateException("as told"));
        Wire wire = rig.connect();

        wire.send(Raw.bind(Raw.BIND_TRANSCEIVER, 0x34));

        assertThat(wire.answer().status()).isEqualTo(0xFF);
    }

    @Test
    void whoeverGoesWhileTheAuthenticatorThinksTakesNoSession() {
        rig.profile = rig.profile.with(rig.profile.binds().withMost(1));
        CompletableFuture<BindDecision> thinking = new CompletableFuture<>();
        rig.authenticator = request -> thinking;
        Wire wire = rig.connect();
        wire.send(Raw.bind(Raw.BIND_TRANSCEIVER, 0x34));
        wire.hangUp();

        boolean unused = thinking.complete(new BindDecision.Granted(rig.profile));

        assertThat(rig.transceiver().isOpen()).isTrue();
        assertThat(rig.comings).containsExactly("+2");
    }

    @Test
    void workBeforeTheAnswerIsInTheWrongState() {
        rig.authenticator = request -> new CompletableFuture<>();
        Wire wire = rig.connect();

        wire.send(Raw.bind(Raw.BIND_TRANSCEIVER, 0x34), Raw.submit(2), Raw.bind(Raw.BIND_TRANSCEIVER, 0x34));

        assertThat(wire.rest()).extracting(Answer::status).containsExactly(0x04, 0x05);
    }

    @Test
    void whoeverDoesNotBindWithinTenSecondsGoes() {
        Wire wire = rig.connect();

        rig.pass(Duration.ofMillis(9_999));
        assertThat(wire.isOpen()).isTrue();
        rig.pass(Duration.ofMillis(1));

        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void aRefusedBindKeepsItsPlaceForASecondAndNoLonger() throws Exception {
        InetAddress address = InetAddress.getByName("192.0.2.7");
        Visitors visitors = new Visitors(SessionLimits.standard().withConnections(10, 1), () -> rig.now);
        for (int i = 0; i < 30; i++) {
            assertThat(visitors.enter(address)).isTrue();
            visitors.leaveRefused(address);

            assertThat(visitors.enter(address)).isFalse();
            rig.now = rig.now.plusMillis(999);
            assertThat(visitors.enter(address)).isFalse();
            rig.now = rig.now.plusMillis(1);
        }
    }

    @Test
    void aRefusedBindTakesNothingFromOtherAddressesAndAClockPutBackPutsNobodyOff() throws Exception {
        InetAddress address = InetAddress.getByName("192.0.2.7");
        Visitors visitors = new Visitors(SessionLimits.standard().withConnections(10, 1), () -> rig.now);
        assertThat(visitors.enter(address)).isTrue();
        visitors.leaveRefused(address);

        assertThat(visitors.enter(InetAddress.getByName("192.0.2.8"))).isTrue();
        rig.now = rig.now.minusSeconds(3_600);
        assertThat(visitors.enter(address)).isTrue();
    }

    @Test
    void theNumberOfConnectionsIsLimitedInAllAndPerAddress() throws Exception {
        Visitors visitors = new Visitors(SessionLimits.standard().withConnections(3, 2), () -> rig.now);
        InetAddress first = InetAddress.getByName("192.0.2.1");
        InetAddress second = InetAddress.getByName("192.0.2.2");

        assertThat(visitors.enter(first)).isTrue();
        assertThat(visitors.enter(first)).isTrue();
        assertThat(visitors.enter(first)).isFalse();
        assertThat(visitors.enter(second)).isTrue();
        assertThat(visitors.enter(second)).isFalse();
        visitors.leave(first);
        assertThat(visitors.enter(second)).isTrue();
    }
}
