package io.polygator.camel.eventsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.AccountAccess;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.account.DoorOptions;
import io.polygator.gateway.account.HashedSecret;
import io.polygator.gateway.account.HttpOptions;
import io.polygator.gateway.account.HttpScope;
import io.polygator.gateway.account.ModemOptions;
import io.polygator.gateway.account.SmppOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivered routes, asked as the firmware's scripts ask. */
class EventShRoutesTest {
    private static final String SENDER = "+380501112233";
    private static final List<String> THIS_MACHINE = List.of("127.0.0.1");
    private static final Charset KOI8_R = Charset.forName("KOI8-R");

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    private Path folder;

    private static byte[] pasted(String text, String type, String channel, String imsi) {
        return ("{\"SenderNumber\":\"" + SENDER + "\",\"Message\":\"" + text + "\",\"Sim\":\"\",\"channel\":\""
                        + channel + "\",\"type\":\"" + type + "\",\"time\":\"\",\"imsi\":\"" + imsi
                        + "\",\"smsc\":\"\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageThatTheModemBringsTooIsToldOnce() throws Exception {
        try (EventShSite door =
                EventShSite.open(folder, THIS_MACHINE, List.of()).listening()) {
            door.channel().receiveFrom(SENDER, "Привет\nмир");
            door.awaitInbound(1);
            assertThat(door.post(pasted("Привет\nмир", "sms", "1", door.imsi()), Map.of())
                            .status())
                    .isEqualTo(200);
            String raw = new String("первым".getBytes(KOI8_R), StandardCharsets.ISO_8859_1);
            assertThat(door.get("sender=" + SENDER + "&testnum=&text=" + raw + "&SMSC=&other=" + door.imsi())
                            .status())
                    .isEqualTo(200);
            door.awaitInbound(2);
            door.channel().receiveFrom(SENDER, "первым");
            door.channel().receiveFrom(SENDER, "последним");

            assertThat(door.awaitInbound(3))
                    .extracting(event -> event.message().text())
                    .containsExactly("Привет\nмир", "первым", "последним");
            assertThat(door.inbound())
                    .allSatisfy(event -> assertThat(event.channel()).isEqualTo("g1-1"));
        }
    }

    @Test
    void simsThatNoChannelHasAreNamedByTheSettings() throws Exception {
        try (EventShSite door =
                EventShSite.open(folder, THIS_MACHINE, List.of()).listening()) {
            assertThat(door.post(pasted("one", "sms", "7", "999990000000007"), Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(door.post(pasted("two", "sms", "8", ""), Map.of()).status())
                    .isEqualTo(200);

            assertThat(door.awaitInbound(2))
                    .extracting(event -> event.channel() + " " + event.message().text())
                    .containsExactlyInAnyOrder("card-7 one", "event-sh-8 two");
        }
    }

    @Test
    void callsAreToldOnce() throws Exception {
        try (EventShSite door =
                EventShSite.open(folder, THIS_MACHINE, List.of()).listening()) {
            assertThat(door.get("incomingNumber=" + SENDER + "&testnum=&other=" + door.imsi())
                            .status())
                    .isEqualTo(200);
            door.awaitCalls(1);
            door.channel().ringFrom(SENDER);
            door.channel().stopRinging();

            assertThat(door.awaitCalls(2))
                    .extracting(event -> event.call().kind().name())
                    .containsExactly("RINGING", "ENDED");
        }
    }

    @Test
    void whileNobodySubscribesTheScriptIsToldToComeAgain() throws Exception {
        try (EventShSite door = EventShSite.open(folder, THIS_MACHINE, List.of())) {
            var answer = door.post(pasted("one", "sms", "1", ""), Map.of());

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.head()).containsIgnoringCase("retry-after: 30");
        }
    }

    @Test
    void othersNeedAnAccountThatMayControl() throws Exception {
        HashedSecret secret = HashedSecret.of("secret");
        AccountAccess access = AccountAccess.fromThisMachine(Set.of(Door.HTTP));
        List<Account> accounts = List.of(
                Account.of("firmware", secret, access)
                        .with(new DoorOptions(
                                new HttpOptions(Set.of(HttpScope.CONTROL)),
                                SmppOptions.defaults(),
                                ModemOptions.defaults())),
                Account.of("shop", secret, access));
        try (EventShSite door =
                EventShSite.open(folder, List.of("192.0.2.0/24"), accounts).listening()) {
            byte[] event = pasted("one", "sms", "1", "");

            assertThat(door.post(event, Map.of()).status()).isEqualTo(401);
            assertThat(door.post(event, basic("firmware:wrong")).status()).isEqualTo(401);
            assertThat(door.post(event, basic("shop:secret")).status()).isEqualTo(403);
            assertThat(door.post(event, basic("firmware:secret")).status()).isEqualTo(200);
            assertThat(door.get("incomingNumber=1").status()).isEqualTo(401);
        }
    }

    private static Map<String, String> basic(String credentials) {
        return Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsNoEventIsRefusedAndNothingBecomesOfIt() throws Exception {
        try (EventShSite door =
                EventShSite.open(folder, THIS_MACHINE, List.of()).listening()) {
            assertThat(door.post("nonsense".getBytes(StandardCharsets.UTF_8), Map.of())
                            .status())
                    .isEqualTo(400);
            assertThat(door.get("page=1").status()).isEqualTo(400);
            assertThat(door.get("text=without%20sender").status()).isEqualTo(400);
            assertThat(door.inbound()).isEmpty();
        }
    }

    @Test
    void nothingListensUntilItIsEnabled() throws Exception {
        try (EventShSite door = EventShSite.unconfigured(folder)) {
            assertThat(door.camel().getRoutes()).isEmpty();
        }
    }
}
