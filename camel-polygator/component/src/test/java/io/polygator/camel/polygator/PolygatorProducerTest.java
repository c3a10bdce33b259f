package io.polygator.camel.polygator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.message.CancelResult;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageChanges;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageQuery;
import io.polygator.gateway.message.MessageState;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.PageMark;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.quota.AccountUsage;
import io.polygator.gateway.store.DeadLetter;
import io.polygator.gateway.store.StoreUnavailableException;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolygatorProducerTest extends PolygatorTestSupport {

    private static final String NUMBER = "+7 900 000-00-01";

    @Test
    void sendsTextWithTheEndpointsDefaults() {
        Exchange exchange = send("polygator:all", "hello", Map.of(PolygatorConstants.TO, NUMBER));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(PolygatorConstants.MESSAGE_ID, "1")
                .containsEntry(PolygatorConstants.SEGMENTS, 1)
                .containsEntry(PolygatorConstants.ALPHABET, "gsm7");
        assertThat(gateway.submitted)
                .containsExactly(OutboundMessage.draft(
                                new SmsAddress(TypeOfNumber.INTERNATIONAL, 1, "79000000001"),
                                new MessageBody.Text("hello"),
                                new ChannelChoice.All())
                        .origin(Origin.of("camel"))
                        .done());
    }

    @Test
    void optionsAreDefaultsAndHeadersOverrideThem() {
        String uri = "polygator:g8?report=false&validity=2h&priority=9&messageClass=0&encoding=ucs2&transliterate=true"
                + "&doubt=retry";

        send(uri, "hello", Map.of(PolygatorConstants.TO, "777"));
        send(
                uri,
                "hello",
                Map.ofEntries(
                        Map.entry(PolygatorConstants.TO, "777"),
                        Map.entry(PolygatorConstants.REPORT, true),
                        Map.entry(PolygatorConstants.VALIDITY, "PT1H"),
                        Map.entry(PolygatorConstants.PRIORITY, "0"),
                        Map.entry(PolygatorConstants.MESSAGE_CLASS, 3),
                        Map.entry(PolygatorConstants.ENCODING, "gsm7"),
                        Map.entry(PolygatorConstants.TRANSLITERATE, "false"),
                        Map.entry(PolygatorConstants.SEND_AT, "2026-11-22T09:00:00+03:00"),
                        Map.entry(PolygatorConstants.FROM, "+79000000002"),
                        Map.entry(PolygatorConstants.IDEMPOTENCY_KEY, "order-17"),
                        Map.entry(PolygatorConstants.SUBMITTER, "crm of the shop"),
                        Map.entry(PolygatorConstants.DOUBT, "fail")));

        SmsAddress to = new SmsAddress(TypeOfNumber.UNKNOWN, 1, "777");
        assertThat(gateway.submitted)
                .containsExactly(
                        OutboundMessage.draft(to, new MessageBody.Text("hello"), new ChannelChoice.OfGateway("g8"))
                                .reportRequested(false)
                                .validity(Optional.of(Duration.ofHours(2)))
                                .priority(9)
                                .messageClass(OptionalInt.of(0))
                                .encoding(Encoding.UCS2)
                                .transliterate(true)
                                .origin(Origin.of("camel"))
                                .doubtPolicy(Optional.of(DoubtPolicy.RETRY))
                                .done(),
                        OutboundMessage.draft(to, new MessageBody.Text("hello"), new ChannelChoice.OfGateway("g8"))
                                .from(Optional.of("+79000000002"))
                                .validity(Optional.of(Duration.ofHours(1)))
                                .sendAt(Optional.of(Instant.parse("2026-11-22T06:00:00Z")))
                                .priority(0)
                                .messageClass(OptionalInt.of(3))
                                .encoding(Encoding.GSM7)
                                .idempotencyKey(Optional.of("order-17"))
                                .origin(Origin.of("crm of the shop"))
                                .doubtPolicy(Optional.of(DoubtPolicy.FAIL))
                                .done());
    }

    @Test
    void octetsStayOctetsAndCarryTheirPorts() {
        send(
                "polygator:all",
                new byte[] {1, 2},
                Map.of(
                        PolygatorConstants.TO, "777",
                        PolygatorConstants.DESTINATION_PORT, 2948,
                        PolygatorConstants.SOURCE_PORT, 9200));

        assertThat(gateway.submitted)
                .extracting(OutboundMessage::body)
                .containsExactly(new MessageBody.Data(Octets.ofHex("0102"), Optional.of(new Ports(2948, 9200))));
    }

    @ParameterizedTest
    @CsvSource({
        "polygator:all, all, All",
        "polygator:all, g8-3, Named",
        "polygator:all, group:moscow, Group",
        "polygator:g8, g8-3, Named",
        "polygator:group:moscow, k32, OfGateway"
    })
    void aHeaderNarrowsTheChannels(String uri, String header, String kind) {
        send(uri, "hello", Map.of(PolygatorConstants.TO, "777", PolygatorConstants.CHANNELS, header));

        assertThat(gateway.submitted)
                .extracting(message -> message.channels().getClass().getSimpleName())
                .containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CamelPolygatorTo|seven|to is no phone number: destination: give a number with digits only",
                "CamelPolygatorTo||to is no phone number",
                "CamelPolygatorChannels|k32|CamelPolygatorChannels=k32 names channels that this endpoint does not have",
                "CamelPolygatorChannels|g9|there is no channel or gateway g9: use all, group:NAME, or one of g8, g8-1",
                "CamelPolygatorPriority|10|header CamelPolygatorPriority=10: use a number from 0 to 9",
                "CamelPolygatorReport|maybe|header CamelPolygatorReport=maybe: use true or false",
                "CamelPolygatorValidity|long|header CamelPolygatorValidity=long is no duration: use one such as",
                "CamelPolygatorSendAt|soon|header CamelPolygatorSendAt=soon: use a time such as",
                "CamelPolygatorEncoding|latin|header CamelPolygatorEncoding=latin: use auto, gsm7 or ucs2",
                "CamelPolygatorOperation|sned|CamelPolygatorOperation=sned is no operation: use one of send, query",
            })
    void aWrongHeaderIsNamedWithARemedy(String header, String value, String message) {
        Map<String, Object> headers = new HashMap<>(Map.of(PolygatorConstants.TO, "777"));
        headers.put(header, value == null ? "" : value);

        Exchange exchange = send("polygator:g8", "hello", headers);

        assertThat(exchange.getException()).hasMessageContaining(message);
        assertThat(gateway.submitted).isEmpty();
    }

    @Test
    void anEmptyBodyIsRefused() {
        Exchange exchange = template.send("polygator:all", e -> e.getMessage().setHeader(PolygatorConstants.TO, "777"));

        assertThat(exchange.getException())
                .isInstanceOf(SubmitRefusedException.class)
                .hasMessageContaining("the body is empty");
    }

    @Test
    void waitsForTheNetworkWithoutHoldingTheCaller() throws Exception {
        var exchange = template.asyncSend("polygator:all?completeOn=network", sms("hello"));
        assertThat(exchange).isNotDone();

        gateway.answer.complete(RememberingGateway.status("1", MessageState.ACCEPTED));

        assertThat(exchange.get().getMessage().getHeaders())
                .containsEntry(PolygatorConstants.STATE, "accepted")
                .containsEntry(PolygatorConstants.MESSAGE_ID, "1");
    }

    @Test
    void aRefusalByTheNetworkFailsTheExchange() {
        gateway.answer.complete(RememberingGateway.status("1", MessageState.FAILED));

        Exchange exchange = template.send("polygator:all?completeOn=network", sms("hello"));

        assertThat(exchange.getException())
                .isInstanceOf(MessageNotSentException.class)
                .hasMessage("message 1 was not sent: failed, unknown subscriber");
    }

    @Test
    void aMessageThatNoChannelTookInTimeIsTakenBack() {
        Exchange exchange = template.send("polygator:all?completeOn=network&answerTimeout=1", sms("hello"));

        assertThat(exchange.getException())
                .isInstanceOf(MessageNotSentException.class)
                .hasMessageContaining("so it was taken back");
    }

    @Test
    void aMessageThatHasLeftIsNeverReportedAsNotSent() {
        gateway.cancelResult = CancelResult.TOO_LATE;

        Exchange exchange = template.send("polygator:all?completeOn=network&answerTimeout=1", sms("hello"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(PolygatorConstants.STATE)).isEqualTo("sending");
    }

    @Test
    void queriesCancelsAndReplaces() {
        send("polygator:all", "hello", Map.of(PolygatorConstants.TO, "777"));
        Map<String, Object> id = Map.of(PolygatorConstants.MESSAGE_ID, "1");

        assertThat(send("polygator:all?operation=query", "", id).getMessage().getHeader(PolygatorConstants.STATE))
                .isEqualTo("sending");
        assertThat(send("polygator:all?operation=cancel", "", id).getMessage().getHeader(PolygatorConstants.RESULT))
                .isEqualTo("done");
        assertThat(send("polygator:all?operation=replace", "bye", id)
                        .getMessage()
                        .getHeader(PolygatorConstants.RESULT))
                .isEqualTo("done");
        assertThat(send("polygator:all?operation=query", "", Map.of(PolygatorConstants.MESSAGE_ID, "9"))
                        .getException())
                .isInstanceOf(UnknownMessageException.class)
                .hasMessageContaining("there is no message 9");
        assertThat(send("polygator:all?operation=query", "", Map.of()).getException())
                .hasMessageContaining("CamelPolygatorMessageId is missing");
    }

    @Test
    void replacesWhatBodyAndHeadersNameAndNothingElse() {
        Instant later = Instant.parse("2026-12-01T08:00:00Z");
        send(
                "polygator:all?operation=replace&validity=60000&report=true",
                null,
                Map.of(
                        PolygatorConstants.MESSAGE_ID, "1",
                        PolygatorConstants.SEND_AT, later,
                        PolygatorConstants.VALIDITY, "2h",
                        PolygatorConstants.REPORT, false,
                        PolygatorConstants.CONTEXT, "ours"));
        send(
                "polygator:all?operation=replace&validity=60000&report=true",
                "bye",
                Map.of(PolygatorConstants.MESSAGE_ID, "1"));

        assertThat(gateway.replaced)
                .containsExactly(
                        new MessageChanges(
                                Optional.empty(),
                                Optional.of(Duration.ofHours(2)),
                                Optional.of(later),
                                Optional.of(false),
                                Optional.of("ours")),
                        MessageChanges.body(new MessageBody.Text("bye")));
        assertThat(send("polygator:all?operation=replace", null, Map.of(PolygatorConstants.MESSAGE_ID, "1"))
                        .getException())
                .hasMessageContaining("the body is empty");
    }

    @Test
    void listsWhatHappenedToAMessage() {
        TimelineEntry entry = TimelineEntry.about(
                new MessageId("1"), Instant.EPOCH, TimelineEntry.Kind.ACCEPTED, "from camel, segments 1 in GSM7");
        gateway.timelines.put("1", List.of(entry));

        assertThat(send("polygator:all?operation=timeline", "", Map.of(PolygatorConstants.MESSAGE_ID, "1"))
                        .getMessage()
                        .getBody())
                .isEqualTo(List.of(entry));
        assertThat(send("polygator:all?operation=timeline", "", Map.of(PolygatorConstants.MESSAGE_ID, "9"))
                        .getException())
                .isInstanceOf(UnknownMessageException.class)
                .hasMessageContaining("there is no message 9");
    }

    @Test
    void listsReplaysAndDiscardsDeadLetters() {
        DeadLetter letter = RememberingDeadLetters.letter("crm", 7);
        gateway.deadLetters.letters.add(letter);
        Map<String, Object> seven = Map.of(PolygatorConstants.SUBSCRIPTION, "crm", PolygatorConstants.NUMBER, 7);

        assertThat(send("polygator:all?operation=deadLetters", "", Map.of())
                        .getMessage()
                        .getBody())
                .isEqualTo(List.of(letter));
        assertThat(send(
                                "polygator:all?operation=deadLetters",
                                "",
                                Map.of(PolygatorConstants.AFTER, 7, PolygatorConstants.LIMIT, "10"))
                        .getMessage()
                        .getBody())
                .isEqualTo(List.of());
        assertThat(gateway.deadLetters.asked)
                .containsExactly("Optional.empty after 0, at most 100", "Optional.empty after 7, at most 10");
        assertThat(result("replay", seven)).isEqualTo("done");
        assertThat(result("discard", seven)).isEqualTo("unknown");
        assertThat(send("polygator:all?operation=replay", "", Map.of(PolygatorConstants.SUBSCRIPTION, "crm"))
                        .getException())
                .hasMessageContaining("header CamelPolygatorNumber is missing");
        assertThat(send("polygator:all?operation=deadLetters", "", Map.of(PolygatorConstants.LIMIT, 1001))
                        .getException())
                .hasMessage("header CamelPolygatorLimit=1001: use a number from 1 to 1000");
    }

    @Test
    void findsMessagesPageByPage() {
        PageMark mark = new PageMark(Instant.EPOCH, new MessageId("7"));

        Exchange first = send(
                "polygator:all?operation=find",
                "",
                Map.of(PolygatorConstants.TO, "+380501234502", PolygatorConstants.LIMIT, "10"));
        Exchange second = send("polygator:all?operation=find", "", Map.of(PolygatorConstants.AFTER, mark.format()));

        assertThat(first.getMessage().getBody()).isEqualTo(List.of());
        assertThat(first.getMessage().getHeader(PolygatorConstants.NEXT)).isEqualTo(mark.format());
        assertThat(second.getException()).isNull();
        assertThat(gateway.pages).extracting(MessageQuery::limit).containsExactly(10, 100);
        assertThat(gateway.pages)
                .extracting(MessageQuery::to)
                .containsExactly(Optional.of("+380501234502"), Optional.empty());
        assertThat(send("polygator:all?operation=find", "", Map.of(PolygatorConstants.AFTER, "yesterday"))
                        .getException())
                .hasMessage(
                        "header CamelPolygatorAfter=yesterday: use what the page before gave as CamelPolygatorNext");
    }

    @Test
    void listsWhatCameInFromOneSenderOverOneChannel() {
        InboundMessage wanted = inbound("1", "g8-1", "+380501234501");
        gateway.arrived.addAll(
                List.of(wanted, inbound("2", "g8-2", "+380501234501"), inbound("3", "g8-1", "+380501234509")));

        Exchange found = send(
                "polygator:all?operation=inbound",
                "",
                Map.of(PolygatorConstants.FROM, "+380501234501", PolygatorConstants.CHANNEL, "g8-1"));

        assertThat(found.getMessage().getBody()).isEqualTo(List.of(wanted));
        assertThat(found.getMessage().getHeader(PolygatorConstants.NEXT)).isNull();
        assertThat(send("polygator:all?operation=inbound", "", Map.of(PolygatorConstants.SINCE, "noon"))
                        .getException())
                .hasMessageStartingWith("header CamelPolygatorSince=noon");
    }

    private static InboundMessage inbound(String id, String channel, String from) {
        return new InboundMessage(
                new MessageId(id),
                channel,
                Optional.empty(),
                from,
                Optional.empty(),
                "hello",
                Octets.empty(),
                Alphabet.GSM7,
                OptionalInt.empty(),
                0,
                Optional.empty(),
                1,
                true,
                Optional.empty(),
                Instant.EPOCH);
    }

    @Test
    void tellsWhatAnAccountHasUsed() {
        assertThat(send("polygator:all?operation=usage", "", Map.of(PolygatorConstants.ACCOUNT, "acme"))
                        .getMessage()
                        .getBody())
                .isEqualTo(new AccountUsage(0, 0));
        assertThat(send("polygator:all?operation=usage", "", Map.of()).getException())
                .hasMessage("header CamelPolygatorAccount is missing: set it to an account");
    }

    @Test
    void holdsAUssdDialogueUntilTheNetworkEndsIt() {
        Exchange opened = send("polygator:g8-1?operation=ussdOpen", "*101#", Map.of());
        Map<String, Object> session = Map.of(PolygatorConstants.USSD_SESSION, "abc");
        Exchange answered = send("polygator:all?operation=ussdAnswer", "1", session);
        Exchange ended = send("polygator:all?operation=ussdAnswer", "0", session);
        send("polygator:all?operation=ussdCancel", "", session);

        assertThat(opened.getMessage().getBody()).isEqualTo("asked by *101#");
        assertThat(opened.getMessage().getHeaders())
                .containsEntry(PolygatorConstants.USSD_SESSION, "abc")
                .containsEntry(PolygatorConstants.ENDS_AT, Instant.EPOCH);
        assertThat(answered.getMessage().getHeader(PolygatorConstants.USSD_SESSION))
                .isEqualTo("abc");
        assertThat(ended.getMessage().getBody()).isEqualTo("bye");
        assertThat(ended.getMessage().getHeader(PolygatorConstants.USSD_SESSION))
                .isNull();
        assertThat(gateway.controlled)
                .containsExactly("open g8-1 *101# -", "answer abc 1 -", "answer abc 0 -", "cancel abc -");
    }

    @Test
    void aUssdDialogueNeedsOneChannelACodeAndLaterItsName() {
        assertThat(send("polygator:all?operation=ussdOpen", "*101#", Map.of()).getException())
                .hasMessageContaining("needs one channel, not 10");
        assertThat(send("polygator:g8-1?operation=ussdOpen", " ", Map.of()).getException())
                .hasMessage("the body is empty: this operation needs a code such as *100#");
        assertThat(send("polygator:all?operation=ussdAnswer", "1", Map.of()).getException())
                .hasMessage("header CamelPolygatorUssdSession is missing: set it to what ussdOpen gave");
        assertThat(gateway.controlled).isEmpty();
    }

    private Object result(String operation, Map<String, Object> headers) {
        return send("polygator:all?operation=" + operation, "", headers)
                .getMessage()
                .getHeader(PolygatorConstants.RESULT);
    }

    @Test
    void theRouteThatAnExchangeComesFromIsItsSubmitter() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:alarm").routeId("alarm").to("polygator:all");
            }
        });

        send("direct:alarm", "hello", Map.of(PolygatorConstants.TO, "777"));

        assertThat(gateway.submitted).singleElement().satisfies(message -> assertThat(message.submitter())
                .contains("camel alarm"));
    }

    @Test
    void aStoreThatCannotBeUsedFailsTheExchange() {
        StoreUnavailableException unavailable =
                new StoreUnavailableException("the disk of data/polygator.db is full", new IOException("ENOSPC"));
        gateway.submitFailure = unavailable;

        assertThat(send("polygator:all", "hello", Map.of(PolygatorConstants.TO, "777"))
                        .getException())
                .isSameAs(unavailable);
    }

    @Test
    void listsChannelsRunsUssdAndControls() {
        assertThat(send("polygator:k32?operation=channels", "", Map.of())
                        .getMessage()
                        .getBody(List.class))
                .extracting(channel -> ((ChannelStatus) channel).name())
                .containsExactly("k32-1", "k32-2");

        Exchange ussd = send("polygator:g8-3?operation=ussd", "*100#", Map.of());
        assertThat(ussd.getMessage().getBody()).isEqualTo("g8-3 says *100#");
        assertThat(ussd.getMessage().getHeader(PolygatorConstants.USSD_STATUS)).isEqualTo("final");

        send(
                "polygator:all?operation=control",
                "",
                Map.of("CamelPolygatorChannels", "g8-2", "CamelPolygatorControl", "pause"));
        assertThat(gateway.controlled).containsExactly("g8-2 PAUSE");
        assertThat(send("polygator:all?operation=ussd", "*100#", Map.of()).getException())
                .hasMessageContaining("needs one channel, not 10");
    }

    @Test
    void anAddressInTheUriSharesTheChannelsThatAreConfiguredThere() {
        send("polygator:tcp:192.168.2.154:9101-9108", "hello", Map.of(PolygatorConstants.TO, "777"));
        send("polygator:tcp:192.168.2.155:9102", "hello", Map.of(PolygatorConstants.TO, "777"));
        send("polygator:serial:/dev/polygator/ttyPG0", "hello", Map.of(PolygatorConstants.TO, "777"));

        assertThat(gateway.submitted)
                .extracting(OutboundMessage::channels)
                .containsExactly(
                        new ChannelChoice.OfGateway("g8"),
                        new ChannelChoice.Named("k32-2"),
                        new ChannelChoice.OfGateway("serial-dev-polygator-ttypg0"));
        assertThat(gateway.defined()).hasSize(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "polygator:all?operation=sned|option operation=sned of a polygator endpoint: use one of send, query",
                "polygator:all?completeOn=later|option completeOn=later of a polygator endpoint: use one of store, network",
                "polygator:all?encoding=latin1|option encoding=latin1 of a polygator endpoint: use one of auto, gsm7",
                "polygator:all?doubt=maybe|option doubt=maybe of a polygator endpoint: use one of hold, retry, fail",
                "polygator:all?priority=10|option priority=10 of a polygator endpoint: use 0 (lowest) to 9",
                "polygator:all?events=sms|option events=sms of a polygator endpoint: use all, or a list of inbound",
                "polygator:all?evnets=inbound|Unknown parameters=[{evnets=inbound}]",
                "polygator:g9|there is no channel or gateway g9: use all, group:NAME, or one of g8",
                "polygator:group:omsk|there is no group omsk",
                "polygator:tcp:192.168.2.154|the port is missing; write tcp:host:port",
                "polygator:g8?pin=|Unknown parameters=[{pin=}]",
                "polygator:tcp:10.0.0.9:9101?module=M11|module=M11 is unknown: use auto, M10",
            })
    void aWrongUriIsExplained(String uri, String message) {
        Throwable failure =
                catchThrowable(() -> template.sendBodyAndHeader(uri, "hello", PolygatorConstants.TO, "777"));

        assertThat(failure).isNotNull();
        assertThat(chain(failure)).anySatisfy(text -> assertThat(text).contains(message));
    }

    private static List<String> chain(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(String::valueOf)
                .toList();
    }

    private static Processor sms(String text) {
        return exchange -> {
            exchange.getMessage().setBody(text);
            exchange.getMessage().setHeader(PolygatorConstants.TO, "777");
        };
    }

    private Exchange send(String uri, @Nullable Object body, Map<String, Object> headers) {
        return template.send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }
}
