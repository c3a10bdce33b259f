package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.ChannelLease;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does wrong, with real modems on simulated wires: each error names the field and the remedy. */
class SimulatedGatewayTest {
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final String NUMBER = "+380671234567";

    private final CamelContext context = new DefaultCamelContext();
    private final PolygatorSimulator open =
            PolygatorSimulator.builder().channels(1).firstPort(0).build();
    private final PolygatorSimulator locked =
            PolygatorSimulator.builder().channels(1).firstPort(0).pin("1234").build();
    private Path directory = Path.of("");
    private String unreachable = "";
    private ProducerTemplate template = context.createProducerTemplate();

    @BeforeEach
    void start(@TempDir Path own) throws Exception {
        directory = own;
        open.start();
        locked.start();
        unreachable = "tcp:127.0.0.1:" + FreePort.any();
        PolygatorComponent component = new PolygatorComponent();
        component.setPinDirectory(directory.resolve("pins").toString());
        component.setStoreFile(directory.resolve("polygator.db").toString());
        component.setTraceDirectory(directory.resolve("traces").toString());
        PolygatorGatewayConfiguration working = gateway(open.addresses().get(0));
        // what a test waits for shall come by itself
        working.setSweep("1h");
        component.getGateways().put("g8", working);
        component.getGateways().put("gone", gateway(unreachable));
        PolygatorGatewayConfiguration wrongPin = gateway(locked.addresses().get(0));
        wrongPin.setPin("9999");
        component.getGateways().put("locked", wrongPin);
        context.addComponent(PolygatorConstants.SCHEME, component);
        context.start();
        template = context.createProducerTemplate();
        assertThat(send("hello", NUMBER).getException()).isNull();
    }

    @AfterEach
    void stop() {
        context.stop();
        locked.close();
        open.close();
    }

    @Test
    void anUnreachableGatewayNamesItsAddressAndWhatToCheck() {
        await().atMost(SECONDS).untilAsserted(() -> assertThat(channel("gone-1").detail())
                .contains("cannot be reached: check `address` and that the gateway is on", unreachable));
    }

    @Test
    void aWrongPinNamesTheOptionAndIsNotTriedAgain() {
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(channel("locked-1").state()).isEqualTo(State.SIM_UNAVAILABLE));

        assertThat(channel("locked-1").detail())
                .contains("`pin` of channel locked-1 is wrong", "not tried again", "set the right `pin`")
                .doesNotContain("9999");
    }

    @Test
    void aWrongUriOptionIsNamed() {
        assertThatThrownBy(() -> context.getEndpoint("polygator:all?evnts=inbound"))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasMessageContainingAll("evnts", "Check the uri if the parameters are spelt correctly");
        assertThatThrownBy(() -> context.getEndpoint("polygator:all?completeOn=later"))
                .rootCause()
                .hasMessage("option completeOn=later of a polygator endpoint: use one of store, network");
        assertThatThrownBy(() -> context.getEndpoint("polygator:all?priority=10"))
                .rootCause()
                .hasMessage("option priority=10 of a polygator endpoint: use 0 (lowest) to 9");
    }

    @Test
    void anInvalidNumberIsNamed() {
        assertThat(send("hello", "seven").getException(SubmitRefusedException.class))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("to"))
                .hasMessageContainingAll("to is no phone number", "give a number with digits only");
    }

    @Test
    void anOverlongTextIsNamed() {
        assertThat(send("x".repeat(50_000), NUMBER).getException(SubmitRefusedException.class))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("text"))
                .hasMessageContainingAll("50000 characters", "shorten the message");
    }

    @Test
    void whatCameBeforeTheRouteThatWantsItComesWhenTheRouteStarts() throws Exception {
        open.channel(0).receiveFrom(NUMBER, "early");
        await().atMost(SECONDS).until(() -> channel("g8-1").counters().received() > 0);
        MockEndpoint inbox = context.getEndpoint("mock:inbox", MockEndpoint.class);
        inbox.setResultWaitTime(SECONDS.toMillis());
        inbox.expectedBodiesReceived("early");

        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("polygator:all?events=inbound&subscription=late").to(inbox);
            }
        });

        inbox.assertIsSatisfied();
    }

    @Test
    void aLeaseThatIsReturnedAfterTheEndIsNoError() {
        ChannelLease lease = component().smsGateway().lease(new ChannelChoice.All());

        context.stop();

        assertThatCode(lease::close).doesNotThrowAnyException();
    }

    @Test
    void aTraceDirectoryThatCannotBeUsedIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> ChannelTraces.in(file.toString()))
                .hasMessageContainingAll("option traceDirectory=" + file, "give a directory that can be written");
    }

    @Test
    void transcriptsAreWrittenPerChannelWithoutWhatIsPrivate() throws IOException {
        send("a secret text", NUMBER);
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(transcript("g8-1")).contains("> AT+CMGS="));
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(transcript("locked-1")).contains("> AT+CPIN="));

        context.stop();

        assertThat(transcript("g8-1")).contains("<SUB>", "+CMGS:").doesNotContain("secret", "80671234567");
        assertThat(transcript("locked-1")).doesNotContain("9999");
    }

    private String transcript(String channel) throws IOException {
        Path file = directory.resolve("traces").resolve(channel + ".trace");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private PolygatorComponent component() {
        return context.getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class);
    }

    private ChannelStatus channel(String name) {
        return component().smsGateway().channels().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Exchange send(String text, String to) {
        return template.request("polygator:all", exchange -> {
            exchange.getMessage().setBody(text);
            exchange.getMessage().setHeaders(Map.of(PolygatorConstants.TO, to));
        });
    }

    private static PolygatorGatewayConfiguration gateway(String address) {
        return PolygatorTestSupport.gateway(address, "");
    }
}
