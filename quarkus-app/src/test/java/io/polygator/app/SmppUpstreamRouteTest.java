package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.camel.polygator.PolygatorGatewayConfiguration;
import io.polygator.camel.smpp.SmppUpstream;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.transport.Backoff;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.programs.FreePort;
import io.polygator.smpp.esme.ConcatenationMode;
import io.polygator.smpp.esme.DefaultAlphabet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.random.RandomGenerator;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.SupervisingRouteController;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of the upstream SMSC as they are in {@code routes/}, between jSMPP's server and simulated SIMs. */
class SmppUpstreamRouteTest {
    private static final String SOMEBODY = "380677654321";
    private static final Duration BRIEF = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CamelContext context = new DefaultCamelContext();
    private final PolygatorSimulator simulator = PolygatorSimulator.builder()
            .channels(2)
            .firstPort(0)
            .sendLatency(Latency.none())
            .transitLatency(Latency.none())
            .build();
    private int port;

    @BeforeEach
    void prepare(@TempDir Path folder) throws Exception {
        simulator.start();
        port = FreePort.any();
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(folder.resolve("pins").toString());
        component.setStoreFile(folder.resolve("polygator.db").toString());
        PolygatorGatewayConfiguration gateway = new PolygatorGatewayConfiguration();
        gateway.setAddress(String.join(",", simulator.addresses()));
        component.getGateways().put("g2", gateway);
        context.addComponent(PolygatorConstants.SCHEME, component);
        context.getRegistry()
                .bind(
                        "smppUpstream",
                        new SmppUpstreamSteps(new SmppUpstream(
                                InstantSource.system(), DefaultAlphabet.GSM7_UNPACKED, ConcatenationMode.UDH)));
        context.getRegistry()
                .bind(
                        "smppUpstreamStart",
                        new SmppUpstreamStart(new Backoff(BRIEF, 1, BRIEF, RandomGenerator.getDefault())));
        Properties properties = new Properties();
        properties.setProperty("polygator.smpp.upstream.host", "127.0.0.1");
        properties.setProperty("polygator.smpp.upstream.port", Integer.toString(port));
        properties.setProperty("polygator.smpp.upstream.system-id", "gateway");
        properties.setProperty("polygator.smpp.upstream.password", "a&b=%c");
        // they must outdo application.properties, which Camel finds on this class path
        context.getPropertiesComponent().setOverrideProperties(properties);
        SupervisingRouteController controller = context.getRouteController().supervising();
        controller.setBackOffDelay(200);
        controller.setInitialDelay(0);
    }

    private void startRoutes() throws Exception {
        for (String name : List.of("smpp-upstream-errors", "smpp-upstream-outbound", "smpp-upstream-inbound")) {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.resolveResource(context, "file:../routes/" + name + ".yaml"));
        }
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        simulator.close();
    }

    private UpstreamSmsc bound() throws Exception {
        UpstreamSmsc smsc = UpstreamSmsc.listen(port);
        startRoutes();
        await().atMost(PATIENCE).until(smsc::hasReceiver);
        return smsc;
    }

    @Test
    void whatTheSmscDeliversReachesTheAirAndItsReceiptTheSmsc() throws Exception {
        try (UpstreamSmsc smsc = bound()) {
            smsc.deliver(
                    SOMEBODY,
                    0,
                    0,
                    "Hello @ home".replace('@', '\0').getBytes(StandardCharsets.US_ASCII),
                    new OptionalParameter.COctetString((short) 0x001E, "smsc-17"));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(smsc.submitted()).hasSize(1));
            assertThat(onTheAir()).containsExactly("Hello @ home");
            assertThat(smsc.credentials()).isNotEmpty().containsOnly("gateway/a&b=%c");
            SubmitSm receipt = smsc.submitted().get(0);
            assertThat(receipt.getEsmClass()).isEqualTo((byte) 0x08);
            assertThat(receipt.getRegisteredDelivery()).isZero();
            assertThat(receipt.getSourceAddr()).isEqualTo(SOMEBODY);
            assertThat(receipt.getDestAddress()).isEqualTo("Bank");
            assertThat(receipt.getDestAddrTon()).isEqualTo((byte) 5);
            assertThat(new String(receipt.getShortMessage(), StandardCharsets.US_ASCII))
                    .startsWith("id:smsc-17 sub:001 dlvrd:001 submit date:")
                    .contains("stat:DELIVRD err:000");
        }
    }

    @Test
    void segmentsThatTheSmscCutLeaveByOneSim() throws Exception {
        try (UpstreamSmsc smsc = bound()) {
            for (int sequence = 1; sequence <= 3; sequence++) {
                byte[] header = Octets.ofHex("0500030703" + "0" + sequence).toByteArray();
                smsc.deliver(
                        SOMEBODY, 0x40, 8, join(header, ("Частина " + sequence).getBytes(StandardCharsets.UTF_16BE)));
            }

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(onTheAir())
                    .containsExactlyInAnyOrder("Частина 1", "Частина 2", "Частина 3"));
            assertThat(simulator.air().entries().stream()
                            .map(AirLog.Entry::sender)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void aLongTextInThePayloadLeavesInSegments() throws Exception {
        String text = "Привіт! ".repeat(20);
        try (UpstreamSmsc smsc = bound()) {
            smsc.deliver(
                    SOMEBODY,
                    0,
                    8,
                    new byte[0],
                    new OptionalParameter.OctetString((short) 0x0424, text.getBytes(StandardCharsets.UTF_16BE)));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(String.join("", onTheAir())).isEqualTo(text));
        }
    }

    @Test
    void whatNoSimCanSendIsRejected() throws Exception {
        try (UpstreamSmsc smsc = bound()) {
            assertThatThrownBy(() -> smsc.deliver("nobody", 0, 0, new byte[] {'x'}))
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refused -> assertThat(refused.getCommandStatus()).isEqualTo(0x66));
        }
    }

    @Test
    void inboundMessagesOfEveryAlphabetReachTheSmscAsTheyAre() throws Exception {
        try (UpstreamSmsc smsc = bound()) {
            simulator.channel(0).receiveFrom("+" + SOMEBODY, "user@example.org {1}");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(smsc.submitted()).hasSize(1));
            simulator.channel(0).receiveFrom("+" + SOMEBODY, "Привіт");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(smsc.submitted()).hasSize(2));

            SubmitSm first = smsc.submitted().get(0);
            assertThat(first.getDataCoding()).isZero();
            assertThat(Octets.copyOf(first.getShortMessage()))
                    .isEqualTo(Octets.ofHex("75736572006578616D706C652E6F7267201B28311B29"));
            assertThat(first.getSourceAddr()).isEqualTo(SOMEBODY);
            assertThat(first.getSourceAddrTon()).isEqualTo((byte) 1);
            SubmitSm second = smsc.submitted().get(1);
            assertThat(second.getDataCoding()).isEqualTo((byte) 8);
            assertThat(new String(second.getShortMessage(), StandardCharsets.UTF_16BE))
                    .isEqualTo("Привіт");
        }
    }

    @Test
    void aLongInboundMessageIsSubmittedInSegments() throws Exception {
        String text = "a long text from a phone, ".repeat(10);
        try (UpstreamSmsc smsc = bound()) {
            simulator.channel(0).receiveFrom("+" + SOMEBODY, text);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(smsc.submitted()).hasSize(2));
            assertThat(smsc.submitted())
                    .allSatisfy(segment -> assertThat(segment.getEsmClass()).isEqualTo((byte) 0x40));
            assertThat(smsc.submitted().stream()
                            .map(segment -> new String(
                                    segment.getShortMessage(),
                                    6,
                                    segment.getShortMessage().length - 6,
                                    StandardCharsets.US_ASCII))
                            .reduce("", String::concat))
                    .isEqualTo(text);
        }
    }

    @Test
    void whatComesBeforeTheSmscIsThereWaitsForIt() throws Exception {
        startRoutes();
        simulator.channel(0).receiveFrom("+" + SOMEBODY, "Is anybody there?");
        try (UpstreamSmsc smsc = UpstreamSmsc.listen(port)) {
            await().atMost(PATIENCE).until(smsc::hasReceiver);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(smsc.submitted()).hasSize(1));
        }
    }

    @Test
    void anSmscThatRefusesHoldsUpNeitherTheStartNorTheEnd() throws Exception {
        try (UpstreamSmsc smsc = UpstreamSmsc.refusing(port)) {
            startRoutes();
            simulator.channel(0).receiveFrom("+" + SOMEBODY, "Let me in");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(smsc.credentials()).hasSizeGreaterThan(2));
            assertThat(context.getStatus()).isEqualTo(ServiceStatus.Started);
            assertThat(smsc.hasReceiver()).isFalse();

            smsc.refuseNoMore();
            await().atMost(PATIENCE).until(smsc::hasReceiver);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(smsc.submitted()).hasSize(1));
        }
    }

    @Test
    void anEndWhileTheSmscRefusesIsAnEnd() throws Exception {
        try (UpstreamSmsc smsc = UpstreamSmsc.refusing(port)) {
            startRoutes();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(smsc.credentials()).isNotEmpty());
            context.stop();
            assertThat(context.getStatus()).isEqualTo(ServiceStatus.Stopped);
        }
    }

    @Test
    void bothDirectionsComeBackWhenTheSmscHangsUp() throws Exception {
        try (UpstreamSmsc smsc = bound()) {
            smsc.hangUp();
            simulator.channel(0).receiveFrom("+" + SOMEBODY, "Do not lose me");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(smsc.submitted()).isNotEmpty());
            await().atMost(PATIENCE).until(smsc::hasReceiver);
            smsc.deliver(SOMEBODY, 0, 0, "again".getBytes(StandardCharsets.US_ASCII));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(onTheAir()).containsExactly("again"));
        }
    }

    private static byte[] join(byte[] header, byte[] text) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(header);
        joined.writeBytes(text);
        return joined.toByteArray();
    }

    private List<String> onTheAir() {
        return simulator.air().entries().stream()
                .map(entry -> entry.segment().userData().text().orElse(""))
                .toList();
    }
}
