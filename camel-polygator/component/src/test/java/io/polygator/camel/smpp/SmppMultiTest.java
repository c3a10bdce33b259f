package io.polygator.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AddressRules;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.MemoryAccounts;
import io.polygator.gateway.account.PrefixPattern;
import io.polygator.gateway.account.SendingRights;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsmpp.bean.Address;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceIfPresentFlag;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.bean.UnsuccessDelivery;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.SubmitMultiResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One message to several destinations, from the ESME to the air and back. */
class SmppMultiTest {
    private static final String FORBIDDEN = "380507654321";
    private static final String FIRST = "380677654321";
    private static final String SECOND = "380677654322";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SmppGateway gateway;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        Account demo = MemoryAccounts.demo().find("demo").orElseThrow();
        SendingRights rights = new SendingRights(
                AddressRules.anything(),
                new AddressRules(List.of(PrefixPattern.ANY), List.of(PrefixPattern.parse("+38050*"))),
                List.of(new ChannelGrant.All()));
        gateway = SmppGateway.start(folder, 0, new MemoryAccounts(List.of(demo.with(rights))));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static SubmitMultiResult submit(TestEsme esme, String... destinations) throws Exception {
        return esme.session()
                .submitMultiple(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "1234",
                        Arrays.stream(destinations)
                                .map(to -> new Address(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, to))
                                .toArray(Address[]::new),
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(TestEsme.RECEIPT),
                        ReplaceIfPresentFlag.DONT_REPLACE,
                        DataCodings.ZERO,
                        (byte) 0,
                        "To all of you".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest(name = "{0}, the one that is refused is number {1}")
    @CsvSource({"IF_34, 0", "IF_34, 1", "IF_34, 2", "IF_33, 0", "IF_33, 1", "IF_33, 2"})
    void everyDestinationHasItsReceiptUnderTheOneIdAndWhatIsRefusedIsTold(InterfaceVersion version, int place)
            throws Exception {
        List<String> destinations = new ArrayList<>(List.of(FIRST, SECOND));
        destinations.add(place, FORBIDDEN);
        try (TestEsme esme = TestEsme.bind(gateway.port(), "demo", "demo", BindType.BIND_TRX, version)) {
            SubmitMultiResult result = submit(esme, destinations.toArray(String[]::new));

            assertThat(result.getUnsuccessDeliveries()).singleElement().satisfies(SmppMultiTest::isForbidden);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(esme.told()).hasSize(2));
            assertThat(esme.texts()).allSatisfy(text -> assertThat(text)
                    .startsWith("id:" + result.getMessageId() + " ")
                    .contains("stat:DELIVRD"));
            assertThat(esme.told()).extracting(DeliverSm::getSourceAddr).containsExactlyInAnyOrder(FIRST, SECOND);
            assertThat(gateway.texts()).containsExactly("To all of you", "To all of you");
            assertThat(esme.session()
                            .queryShortMessage(
                                    result.getMessageId(), TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "1234")
                            .getMessageState())
                    .isEqualTo(MessageState.DELIVERED);
        }
    }

    private static void isForbidden(UnsuccessDelivery refused) {
        assertThat(((Address) refused.getDestinationAddress()).getAddress()).isEqualTo(FORBIDDEN);
        assertThat(refused.getErrorStatusCode()).isEqualTo(0x0B);
    }

    @Test
    void whereEveryDestinationIsRefusedTheSubmissionIs() throws Exception {
        try (TestEsme esme = TestEsme.bind(gateway.port(), "demo", "demo", BindType.BIND_TRX)) {
            assertThatThrownBy(() -> submit(esme, FORBIDDEN, FORBIDDEN))
                    .isInstanceOfSatisfying(
                            NegativeResponseException.class,
                            refused -> assertThat(refused.getCommandStatus()).isEqualTo(0x0B));
            assertThat(gateway.air()).isEmpty();
        }
    }
}
