package io.polygator.camel.spool;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** What became of files that were sent: moves them on, and says what the network reported. Thread-safe. */
final class SpoolDesk {
    private static final String SENT = "sent";
    private static final String FAILED = "failed";

    private final SpoolFolders folders;
    private final SpoolTimes times;
    private final InstantSource clock;

    SpoolDesk(SpoolFolders folders, SpoolTimes times, InstantSource clock) {
        this.folders = folders;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Moves the file of a message to sent or failed, as soon as it is known where it belongs; once it is there nothing
     * happens.
     *
     * @throws IllegalStateException while the file is not yet where it waits for this
     */
    void settle(String name, Message event) throws IOException, SpoolFileException {
        if (Files.exists(folders.outgoing(name)) && !Files.exists(folders.checked(name))) {
            throw new IllegalStateException("the file is still on its way to the folder checked");
        }
        if (!Files.exists(folders.checked(name))) {
            return;
        }
        SpoolFile file = SpoolFile.parse(SpoolFolders.read(folders.checked(name)));
        MessageStatus status = event.getBody(MessageStatus.class);
        if (tookIt(event)) {
            folders.settle(name, SENT, sent(file, status, event));
        } else if (hasEnded(event)) {
            folders.settle(name, FAILED, failed(file, status, event));
        }
    }

    /** The network had a say: what it says later stands in reports. */
    private static boolean tookIt(Message event) {
        String state = state(event);
        return state.equals("accepted")
                || state.equals("delivered")
                || status(event).isPresent();
    }

    private static boolean hasEnded(Message event) {
        return "final".equals(event.getHeader(PolygatorConstants.FINALITY, String.class));
    }

    private SpoolFile sent(SpoolFile file, MessageStatus status, Message event) {
        SpoolFile marked = withModem(file, status, event).with("Sent", times.format(sentAt(status)));
        return status.reportRequested() ? marked.with("Message_id", status.id().value()) : marked;
    }

    private Instant sentAt(MessageStatus status) {
        return status.segments().stream()
                .map(SegmentStatus::sentAt)
                .flatMap(Optional::stream)
                .reduce((first, last) -> last)
                .orElseGet(clock::instant);
    }

    private SpoolFile failed(SpoolFile file, MessageStatus status, Message event) {
        String reason = status.error()
                .orElse(
                        state(event).equals("unconfirmed")
                                ? "unconfirmed: nobody answered, it may have been sent"
                                : state(event));
        return withModem(file, status, event).with("Fail_reason", reason).with("Failed", times.format(clock.instant()));
    }

    private static SpoolFile withModem(SpoolFile file, MessageStatus status, Message event) {
        String channel = event.getHeader(PolygatorConstants.CHANNEL, "", String.class);
        SpoolFile named = channel.isEmpty() ? file : file.with("Modem", channel);
        return status.segments().stream()
                .map(SegmentStatus::imsi)
                .flatMap(Optional::stream)
                .reduce((first, last) -> last)
                .map(imsi -> named.with("IMSI", imsi))
                .orElse(named);
    }

    /** What the network reported, if it reported and somebody asked for it. */
    static Optional<DeliveryStatus> report(Message event) {
        return event.getBody(MessageStatus.class).reportRequested() ? status(event) : Optional.empty();
    }

    private static Optional<DeliveryStatus> status(Message event) {
        @Nullable Integer status = event.getHeader(PolygatorConstants.STATUS, Integer.class);
        return Optional.ofNullable(status).map(DeliveryStatus::new);
    }

    private static String state(Message event) {
        return event.getHeader(PolygatorConstants.STATE, "", String.class);
    }
}
