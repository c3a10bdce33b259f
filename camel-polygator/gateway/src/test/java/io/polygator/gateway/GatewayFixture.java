package io.polygator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageId;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.message.Submission;
import io.polygator.gateway.message.TimelineEntry;
import io.polygator.gateway.quota.SimBudget;
import io.polygator.gateway.store.MemoryMessageStore;
import io.polygator.gateway.store.MessageStore;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.modem.ReceivedTpdu;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.Tpdu;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.transport.memory.ManualLoop;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A gateway with fake modems in virtual time. */
final class GatewayFixture {
    final ManualLoop loop;
    final FakeModem.Ports ports = new FakeModem.Ports();
    final MessageStore store;
    final GatewayEngine gateway;
    final List<GatewayEvent> events = new ArrayList<>();

    GatewayFixture() {
        this(GatewaySettings.defaults());
    }

    GatewayFixture(GatewaySettings settings) {
        this(settings, new MemoryMessageStore(100_000), 1);
    }

    GatewayFixture(GatewaySettings settings, MessageStore store, long seed) {
        this(settings, store, seed, new ManualLoop());
    }

    /** The same on a loop that may have another gateway on it already, so that both live in one time. */
    GatewayFixture(GatewaySettings settings, MessageStore store, long seed, ManualLoop loop) {
        this.store = store;
        this.loop = loop;
        gateway = new GatewayEngine(settings, store, loop, ports, new Random(seed));
        gateway.start();
        loop.runPending();
    }

    /** Defines and opens channels {@code g8-1}, {@code g8-2}, … */
    GatewayFixture withChannels(int count) {
        return withChannels(count, Optional.empty(), SimBudget.unlimited());
    }

    GatewayFixture withChannels(int count, Optional<DoubtPolicy> policy, SimBudget budget) {
        for (int i = 1; i <= count; i++) {
            Set<String> groups = Set.of(i % 2 == 0 ? "even" : "odd");
            ModemSettings modem = ModemSettings.defaults("g8-" + i);
            gateway.define(new ChannelDefinition("g8", groups, "memory:" + i, modem, policy, budget));
        }
        gateway.lease(new ChannelChoice.All());
        loop.runPending();
        return this;
    }

    /** Defines and opens channels whose SIMs tell how far they have counted. */
    GatewayFixture withChannelsCountedTo(int count, int reference) {
        ports.lastReference = Optional.of(new MessageReference(reference));
        return withChannels(count);
    }

    /** Subscribes to everything; events are handled at once. */
    GatewayFixture listening() {
        gateway.subscribe(everything(Optional.empty()), event -> {
            events.add(event);
            return CompletableFuture.completedStage(null);
        });
        loop.runPending();
        return this;
    }

    /** Somebody who handles events of one kind at once. */
    Subscription subscribe(Optional<String> name, SubscriptionRequest.Kind kind) {
        Subscription subscription = gateway.subscribe(
                new SubscriptionRequest(name, Set.of(kind), new ChannelChoice.All()),
                event -> CompletableFuture.completedStage(null));
        loop.runPending();
        return subscription;
    }

    static SubscriptionRequest everything(Optional<String> name) {
        return new SubscriptionRequest(name, Set.of(SubscriptionRequest.Kind.values()), new ChannelChoice.All());
    }

    FakeModem modem(int number) {
        return Objects.requireNonNull(ports.modems.get("g8-" + number));
    }

    MessageId submit(OutboundMessage message) {
        return value(gateway.submit(message)).id();
    }

    Submission submission(OutboundMessage message) {
        return value(gateway.submit(message));
    }

    MessageStatus status(MessageId id) {
        return value(gateway.query(id)).orElseThrow();
    }

    <T> T value(CompletionStage<T> stage) {
        loop.runPending();
        assertThat(stage.toCompletableFuture()).isCompleted();
        return stage.toCompletableFuture().join();
    }

    void pass(Duration time) {
        loop.advance(time);
    }

    List<TimelineEntry> timeline(MessageId id) {
        return value(gateway.timeline(id));
    }

    /** The kinds of what happened to a message, in order. */
    List<TimelineEntry.Kind> kinds(MessageId id) {
        return timeline(id).stream().map(TimelineEntry::kind).toList();
    }

    List<GatewayEvent.Report> reports() {
        return events.stream()
                .filter(GatewayEvent.Report.class::isInstance)
                .map(GatewayEvent.Report.class::cast)
                .toList();
    }

    List<GatewayEvent.Inbound> inbound() {
        return events.stream()
                .filter(GatewayEvent.Inbound.class::isInstance)
                .map(GatewayEvent.Inbound.class::cast)
                .toList();
    }

    List<FakeModem.Sent> sent() {
        return ports.modems.values().stream()
                .flatMap(modem -> modem.sent.stream())
                .toList();
    }

    /** The modem offers what came from the network. */
    CompletionStage<Void> receive(FakeModem modem, Tpdu tpdu) {
        String raw = Integer.toHexString(tpdu.hashCode());
        Octets octets = Octets.ofHex("%08X".formatted(tpdu.hashCode()));
        CompletionStage<Void> acknowledgement = modem.listener.onReceived(new ReceivedTpdu(
                raw,
                Optional.of(new PduModeFrame(Optional.empty(), octets)),
                Optional.of(tpdu),
                "",
                modem.imsi,
                loop.instant()));
        loop.runPending();
        return acknowledgement;
    }

    CompletionStage<Void> report(FakeModem modem, int reference, String recipient, int status) {
        return report(modem, reference, recipient, status, loop.instant());
    }

    CompletionStage<Void> report(FakeModem modem, int reference, String recipient, int status, Instant submitted) {
        return receive(
                modem,
                new SmsStatusReport(
                        false,
                        false,
                        false,
                        new MessageReference(reference),
                        SmsAddress.ofDestination(recipient),
                        timestamp(submitted),
                        timestamp(loop.instant()),
                        new DeliveryStatus(status),
                        Optional.empty()));
    }

    SmsDeliver deliver(String from, UserData userData) {
        return SmsDeliver.from(SmsAddress.ofDestination(from), timestamp(loop.instant()), userData);
    }

    static ServiceCentreTimestamp timestamp(Instant at) {
        return ServiceCentreTimestamp.of(at.atOffset(ZoneOffset.UTC));
    }

    /** A message that a test changes to its needs. */
    static Draft text(String text) {
        return new Draft(text);
    }

    static final class Draft {
        private final String text;
        private String to = "+79161234567";
        private Optional<String> from = Optional.empty();
        private ChannelChoice channels = new ChannelChoice.All();
        private boolean report;
        private Optional<Duration> validity = Optional.empty();
        private Optional<Instant> sendAt = Optional.empty();
        private int priority = 4;
        private OptionalInt messageClass = OptionalInt.empty();
        private Optional<String> key = Optional.empty();
        private Optional<String> together = Optional.empty();
        private Origin origin = Origin.unknown();
        private Optional<DoubtPolicy> doubtPolicy = Optional.empty();

        private Draft(String text) {
            this.text = text;
        }

        Draft to(String value) {
            to = value;
            return this;
        }

        Draft from(String value) {
            from = Optional.of(value);
            return this;
        }

        Draft on(ChannelChoice value) {
            channels = value;
            return this;
        }

        Draft withReport() {
            return withReportIf(true);
        }

        Draft withReportIf(boolean wanted) {
            report = wanted;
            return this;
        }

        Draft validFor(Duration value) {
            validity = Optional.of(value);
            return this;
        }

        Draft notBefore(Instant value) {
            sendAt = Optional.of(value);
            return this;
        }

        Draft priority(int value) {
            priority = value;
            return this;
        }

        Draft ofClass(int value) {
            messageClass = OptionalInt.of(value);
            return this;
        }

        Draft inDoubt(DoubtPolicy policy) {
            doubtPolicy = Optional.of(policy);
            return this;
        }

        Draft key(String value) {
            key = Optional.of(value);
            return this;
        }

        Draft together(String value) {
            together = Optional.of(value);
            return this;
        }

        Draft origin(Origin value) {
            origin = value;
            return this;
        }

        OutboundMessage message() {
            return OutboundMessage.draft(SmsAddress.ofDestination(to), new MessageBody.Text(text), channels)
                    .from(from)
                    .reportRequested(report)
                    .validity(validity)
                    .sendAt(sendAt)
                    .priority(priority)
                    .messageClass(messageClass)
                    .together(together)
                    .idempotencyKey(key)
                    .origin(origin)
                    .doubtPolicy(doubtPolicy)
                    .done();
        }
    }
}
