package io.polygator.http.kannel;

import io.polygator.gsm.octets.Octets;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * What escape codes stand for: an inbound message, or what became of an outbound one. What is empty leaves nothing in the
 * URL. Prints without numbers and texts.
 *
 * @param text the message's octets in its charset, or what is told about it
 * @param charset of the text
 * @param coding 0 text, 1 octets; -1 unknown
 * @param dlr what is told, as a value of {@link Dlr}; -1 for an inbound message
 * @param phone the number of the other side
 * @param own our side's number, or the sender that the client wrote
 * @param channel which channel it came through
 * @param id our message's id
 * @param account the parameter {@code account}
 * @param billing the parameter {@code binfo}
 * @param metaData the parameter {@code meta-data}
 * @param service the name of the service that calls
 * @param messageClass 0 to 3
 * @param at when
 */
public record KannelEvent(
        Octets text,
        String charset,
        int coding,
        int dlr,
        String phone,
        String own,
        String channel,
        String id,
        String account,
        String billing,
        String metaData,
        String service,
        OptionalInt messageClass,
        Instant at) {

    @Override
    public String toString() {
        return "KannelEvent[" + id + " on " + channel + ", dlr " + dlr + "]";
    }
}
