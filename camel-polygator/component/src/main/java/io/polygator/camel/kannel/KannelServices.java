package io.polygator.camel.kannel;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gsm.octets.Octets;
import io.polygator.http.client.GuardedHttpClient;
import io.polygator.http.client.HttpCall;
import io.polygator.http.client.HttpReply;
import io.polygator.http.kannel.KannelEvent;
import io.polygator.http.kannel.KannelRefusedException;
import io.polygator.http.kannel.SendSms;
import io.polygator.http.kannel.ServiceAnswer;
import io.polygator.http.kannel.ServiceRequests;
import io.polygator.http.kannel.ServiceWishes;
import io.polygator.http.kannel.SmsService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the route {@code kannel-services}: finds the service that an inbound message is for, asks it, and sends the
 * answer back. Thread-safe.
 */
public final class KannelServices {
    /** Octets; an answer is cut long before. */
    private static final int LONGEST_FILE = 64 * 1024;

    private final List<SmsService> services;
    private final GuardedHttpClient client;
    private final KannelChannels channels;
    private final InstantSource clock;
    private final ServiceWishes wishes = new ServiceWishes();

    /**
     * Services that answer.
     *
     * @param services of those with the same keyword the first counts
     * @param channels which channels a service names by {@code X-Kannel-SMSC}
     */
    public KannelServices(
            List<SmsService> services, GuardedHttpClient client, KannelChannels channels, InstantSource clock) {
        this.services = List.copyOf(services);
        this.client = client;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * One message that goes back.
     *
     * @param channel which may send it; null for any
     * @param key names it for good, so that an event that comes again answers once
     * @param wishes of the service, when it has any
     * @param first whether it is the first for its recipient
     */
    record Reply(
            String text,
            String to,
            @Nullable String channel,
            String key,
            String submitter,
            Optional<SendSms> wishes,
            boolean first) {}

    /** What a service has answered. */
    private record Answer(String text, Map<String, String> headers) {
        static CompletionStage<Answer> of(String text) {
            return CompletableFuture.completedStage(new Answer(text, Map.of()));
        }
    }

    /** Asks the service; fails when it does not answer, so that the event comes again. */
    public CompletionStage<List<Reply>> ask(Exchange exchange) {
        Message message = exchange.getMessage();
        KannelEvent event = event(message, "");
        String text = message.getBody() instanceof byte[] ? "" : message.getBody(String.class);
        Optional<SmsService> found = SmsService.find(services, text, event.channel());
        if (found.isEmpty()) {
            return CompletableFuture.completedStage(List.of());
        }
        SmsService service = found.get();
        return answer(service, event(message, service.name()))
                .thenCompose(answer -> replies(service, answer, event, message));
    }

    private CompletionStage<Answer> answer(SmsService service, KannelEvent event) {
        if (service.action() instanceof SmsService.Action.Answer fixed) {
            return Answer.of(ServiceRequests.fixed(fixed, event));
        }
        if (service.action() instanceof SmsService.Action.File file) {
            return content(service, file);
        }
        HttpCall call = ServiceRequests.call(service, event);
        return client.exchange("kannel-service " + service.name(), call).thenCompose(reply -> text(call, reply));
    }

    /** On the thread of the route, which may wait for a disk. */
    private static CompletionStage<Answer> content(SmsService service, SmsService.Action.File file) {
        try (InputStream content = Files.newInputStream(file.path())) {
            String text = new String(content.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8);
            return Answer.of(text.stripTrailing());
        } catch (IOException e) {
            return CompletableFuture.failedStage(
                    new IOException("the file of service " + service.name() + " cannot be read: " + e, e));
        }
    }

    private static CompletionStage<Answer> text(HttpCall call, HttpReply reply) {
        return reply.successful()
                ? CompletableFuture.completedStage(new Answer(
                        ServiceAnswer.text(reply.headers().getOrDefault("Content-Type", ""), reply.text()),
                        reply.headers()))
                : CompletableFuture.failedStage(new IOException(call + " answered " + reply.status()));
    }

    /** Fails when the service wants what cannot be done, so that an operator finds it among the dead letters. */
    private CompletionStage<List<Reply>> replies(
            SmsService service, Answer answer, KannelEvent event, Message message) {
        try {
            Optional<SendSms> wanted = wishes.read(service, answer.headers(), event.phone());
            Optional<String> smsc = wanted.flatMap(SendSms::smsc);
            String channel = smsc.isPresent() ? channels.choice(smsc, message) : event.channel();
            List<Reply> replies = new ArrayList<>();
            for (String to : wanted.map(SendSms::recipients).orElse(List.of(event.phone()))) {
                boolean first = true;
                for (String text : ServiceAnswer.messages(service, answer.text())) {
                    String key = "kannel-service " + event.id() + " " + replies.size();
                    replies.add(new Reply(text, to, channel, key, "kannel " + service.name(), wanted, first));
                    first = false;
                }
            }
            return CompletableFuture.completedStage(replies);
        } catch (KannelRefusedException e) {
            return CompletableFuture.failedStage(new IOException(
                    "the headers X-Kannel-… of service " + service.name() + " cannot be heeded: " + e.getMessage(), e));
        }
    }

    /** Turns an answer into what {@code polygator:} sends, through the channel that the question came in by. */
    public void prepare(@Body Reply reply, Message message) {
        message.removeHeaders("*");
        message.setBody(reply.text());
        message.setHeader(PolygatorConstants.TO, reply.to());
        if (reply.channel() != null) {
            message.setHeader(PolygatorConstants.CHANNELS, reply.channel());
        }
        message.setHeader(PolygatorConstants.IDEMPOTENCY_KEY, reply.key());
        message.setHeader(PolygatorConstants.SUBMITTER, reply.submitter());
        message.setHeader(PolygatorConstants.REPORT, false);
        reply.wishes().ifPresent(wanted -> {
            KannelWishes.write(wanted, message, clock);
            KannelWishes.writeReport(wanted, reply.first(), message);
        });
    }

    private static KannelEvent event(Message message, String service) {
        boolean binary = message.getBody() instanceof byte[];
        Octets text = Octets.copyOf(
                message.getBody() instanceof byte[] octets
                        ? octets
                        : message.getBody(String.class).getBytes(StandardCharsets.UTF_8));
        Integer messageClass = message.getHeader(PolygatorConstants.INBOUND_MESSAGE_CLASS, Integer.class);
        return new KannelEvent(
                text,
                binary ? "8-BIT" : "UTF-8",
                binary ? 1 : 0,
                -1,
                message.getHeader(PolygatorConstants.FROM, "", String.class),
                message.getHeader(PolygatorConstants.TO, "", String.class),
                message.getHeader(PolygatorConstants.CHANNEL, "", String.class),
                message.getHeader(PolygatorConstants.MESSAGE_ID, "", String.class),
                "",
                "",
                "",
                service,
                messageClass == null ? OptionalInt.empty() : OptionalInt.of(messageClass),
                message.getHeader(PolygatorConstants.RECEIVED_AT, Instant.EPOCH, Instant.class));
    }
}
