package io.polygator.camel.spool;

import io.polygator.camel.polygator.PolygatorComponent;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The steps of the routes that make a spool folder of SMS Server Tools one more way to the SIMs. A file moves from
 * outgoing to checked once its message is durable, and from there to sent or failed. Thread-safe.
 */
public final class Spool {
    /** The submitter of the spool's messages. */
    public static final String SUBMITTER = "spool";

    /** The exchange property that names the folder where a file goes next. */
    public static final String FOLDER = "PolygatorSpoolFolder";

    private static final String FILE = "PolygatorSpoolFile";

    private final SpoolSettings settings;
    private final InstantSource clock;
    private final SpoolFolders folders;
    private final SpoolTimes times;
    private final SpoolDesk desk;
    private final SpoolInbox inbox;

    public Spool(SpoolSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        folders = new SpoolFolders(settings.directory());
        times = new SpoolTimes(settings.zone());
        desk = new SpoolDesk(folders, times, clock);
        inbox = new SpoolInbox(settings.charset(), times);
    }

    /** Reads a file and makes the message a search for it: it may have been sent before the last end of the program. */
    public void identify(Exchange exchange) throws IOException, SpoolFileException {
        Message message = exchange.getMessage();
        String name = name(message);
        Path path = folders.outgoing(name);
        byte[] content = SpoolFolders.read(path);
        String key = SpoolKey.of(name, Files.getLastModifiedTime(path).toInstant(), content);
        exchange.setProperty(FOLDER, "checked");
        exchange.setProperty(FILE, SpoolFile.parse(content));
        message.setHeader(PolygatorConstants.SUBMITTER, SUBMITTER);
        message.setHeader(PolygatorConstants.CLIENT_REFERENCE, key);
        settings.account().ifPresent(account -> message.setHeader(PolygatorConstants.ACCOUNT, account));
    }

    /** Whether the search found nothing. */
    public boolean isNew(@Body List<MessageStatus> found) {
        return found.isEmpty();
    }

    /** Makes the message the order that stands in the file. */
    public void order(Exchange exchange) throws IOException, SpoolFileException {
        Message message = exchange.getMessage();
        SpoolFile file = withIncluded(exchange.getProperty(FILE, SpoolFile.class));
        message.setHeader(PolygatorConstants.CONTEXT, name(message));
        message.setHeader(PolygatorConstants.IDEMPOTENCY_KEY, message.getHeader(PolygatorConstants.CLIENT_REFERENCE));
        Optional<String> queue = SpoolOrder.queue(file);
        if (queue.isPresent()) {
            message.setHeader(PolygatorConstants.CHANNELS, channels(queue.get(), exchange));
        }
        SpoolOrder.write(file, settings.reports(), message);
    }

    private SpoolFile withIncluded(SpoolFile file) throws IOException, SpoolFileException {
        Optional<String> included = file.header("Include");
        return included.isPresent() ? file.including(folders.included(included.get())) : file;
    }

    private static String channels(String queue, Exchange exchange) throws SpoolFileException {
        PolygatorComponent component =
                exchange.getContext().getComponent(PolygatorConstants.SCHEME, PolygatorComponent.class);
        for (ChannelStatus channel : component.smsGateway().channels()) {
            if (channel.name().equals(queue) || channel.gateway().equals(queue)) {
                return queue;
            }
            if (channel.groups().contains(queue)) {
                return "group:" + queue;
            }
        }
        throw new SpoolFileException("Queue: " + queue + ": is no channel, gateway or group");
    }

    /** Writes into a file why it cannot be sent; it goes to the folder failed. */
    public void refuse(Exchange exchange) throws IOException, SpoolFileException {
        Path path = folders.outgoing(name(exchange.getMessage()));
        exchange.setProperty(FOLDER, "failed");
        Exception reason = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (Files.size(path) <= SpoolFile.MOST_OCTETS) {
            folders.rewrite(
                    path,
                    SpoolFile.parse(SpoolFolders.read(path))
                            .with("Fail_reason", String.valueOf(reason.getMessage()))
                            .with("Failed", times.format(clock.instant())));
        }
    }

    /** Moves the file of a message on, and makes the message the file of a status report where there is one. */
    public void report(Message event) throws IOException, SpoolFileException {
        desk.settle(event.getHeader(PolygatorConstants.CONTEXT, String.class), event);
        String id = event.getHeader(PolygatorConstants.MESSAGE_ID, String.class);
        Optional<DeliveryStatus> status = SpoolDesk.report(event);
        if (status.isPresent()) {
            write(
                    inbox.report(event, id, status.get()),
                    id + "-report-" + status.get().value(),
                    event);
        }
    }

    /** Makes the message the file of an inbound message. */
    public void inbound(Message event) {
        write(inbox.inbound(event), event.getHeader(PolygatorConstants.MESSAGE_ID, String.class), event);
    }

    private static void write(SpoolFile file, String name, Message event) {
        String channel = event.getHeader(PolygatorConstants.CHANNEL, "", String.class);
        event.setHeader(Exchange.FILE_NAME, channel + "." + name);
        event.setBody(file.toByteArray());
    }

    private static String name(Message message) {
        return message.getHeader(Exchange.FILE_NAME, String.class);
    }
}
