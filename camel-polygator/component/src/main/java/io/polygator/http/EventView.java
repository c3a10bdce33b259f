package io.polygator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.polygator.gateway.message.Masked;
import io.polygator.gsm.octets.Sha256;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An event as webhooks get it.
 *
 * @param event inbound, report, call, ussd, channel or unreadable
 * @param id the message's id; a receiver that may get an event twice recognises it by event, id and state
 * @param text the text of an inbound message or of USSD; absent for octets
 * @param data the octets of an inbound message as hexadecimal digits
 * @param possibleDuplicate of a report: whether the recipient may have got the message more than once
 * @param state of a report: delivered, failed, expired, …; of other events what became of what they are about
 * @param finality of a report: open when another may follow, final, or late when it came after the final one
 * @param status of a report: the last TP-ST, 0 to 255
 * @param complete of an inbound message: false when a segment never came
 */
@JsonInclude(Include.NON_NULL)
public record EventView(
        String event,
        @Nullable String id,
        @Nullable String channel,
        @Nullable String from,
        @Nullable String to,
        @Nullable String text,
        @Nullable String data,
        @Nullable String encoding,
        @Nullable Integer segments,
        @Nullable Boolean complete,
        @Nullable Boolean possibleDuplicate,
        @Nullable String state,
        @Nullable String finality,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String sentAt,
        @Nullable String receivedAt) {
    private static final int EVENT_ID_OCTETS = 16;

    /** The same with numbers masked, and of text and octets the length only. */
    public EventView masked() {
        return new EventView(
                event,
                id,
                channel,
                from == null ? null : Masked.number(from),
                to == null ? null : Masked.number(to),
                text == null ? null : Masked.text(text),
                data == null ? null : "(" + data.length() / 2 + " octets)",
                encoding,
                segments,
                complete,
                possibleDuplicate,
                state,
                finality,
                status,
                error,
                sentAt,
                receivedAt);
    }

    /**
     * A name of the event, the same whenever it is told: another one says something else, so a receiver that may get an
     * event twice recognises it.
     */
    public String eventId() {
        return "evt_" + HexFormat.of().formatHex(Sha256.of(Json.write(this)), 0, EVENT_ID_OCTETS);
    }
}
