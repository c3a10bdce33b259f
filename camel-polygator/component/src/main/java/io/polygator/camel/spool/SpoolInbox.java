package io.polygator.camel.spool;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Inbound messages and status reports as files of the folder incoming. Pure functions of an event's exchange. */
record SpoolInbox(SpoolCharset charset, SpoolTimes times) {
    /** How a body is written. */
    private record Written(String alphabet, byte[] octets, int length) {}

    SpoolFile inbound(Message event) {
        Written body = body(event.getBody());
        List<String> lines = new ArrayList<>();
        add(lines, "From", number(event, PolygatorConstants.FROM));
        add(lines, "Sent", time(event, PolygatorConstants.SENT_AT));
        add(lines, "Received", time(event, PolygatorConstants.RECEIVED_AT));
        add(lines, "Subject", event.getHeader(PolygatorConstants.CHANNEL, String.class));
        add(lines, "IMSI", event.getHeader(PolygatorConstants.IMSI, String.class));
        if (Integer.valueOf(0).equals(event.getHeader(PolygatorConstants.INBOUND_MESSAGE_CLASS, Integer.class))) {
            add(lines, "Flash", "yes");
        }
        if (Boolean.FALSE.equals(event.getHeader(PolygatorConstants.COMPLETE, Boolean.class))) {
            add(lines, "Incomplete", "yes");
        }
        add(lines, "Alphabet", body.alphabet());
        add(lines, "UDH", "false");
        add(lines, "Length", String.valueOf(body.length()));
        return new SpoolFile(lines, Octets.copyOf(body.octets()));
    }

    private Written body(Object body) {
        if (body instanceof byte[] octets) {
            return new Written("binary", octets, octets.length);
        }
        String text = String.valueOf(body);
        int length = text.codePointCount(0, text.length());
        if (charset == SpoolCharset.UTF8) {
            return new Written("UTF-8", text.getBytes(StandardCharsets.UTF_8), length);
        }
        return SpoolAlphabet.LATIN_9.newEncoder().canEncode(text)
                ? new Written("ISO", text.getBytes(SpoolAlphabet.LATIN_9), length)
                : new Written("UCS2", text.getBytes(StandardCharsets.UTF_16BE), text.length());
    }

    /** @param messageId as the file in the folder sent has it */
    SpoolFile report(Message event, String messageId, DeliveryStatus status) {
        List<String> lines = new ArrayList<>();
        add(lines, "From", number(event, PolygatorConstants.TO));
        add(lines, "Received", time(event, PolygatorConstants.RECEIVED_AT));
        add(lines, "Subject", event.getHeader(PolygatorConstants.CHANNEL, String.class));
        add(lines, "Alphabet", "ISO");
        add(lines, "UDH", "false");
        String text = "SMS STATUS REPORT\nMessage_id: " + messageId + "\nDischarge_timestamp: "
                + time(event, PolygatorConstants.RECEIVED_AT) + "\nStatus: " + status.value() + "," + word(status) + ","
                + status.meaning() + "\n";
        return new SpoolFile(lines, Octets.copyOf(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String word(DeliveryStatus status) {
        if (status.category().isDelivered()) {
            return "Ok";
        }
        return status.category().isFinal() ? "Error" : "Still trying";
    }

    private static void add(List<String> lines, String name, @Nullable String value) {
        if (value != null) {
            lines.add(name + ": " + value);
        }
    }

    /** International numbers stand without their plus. */
    private static @Nullable String number(Message event, String header) {
        String number = event.getHeader(header, String.class);
        return number != null && number.startsWith("+") ? number.substring(1) : number;
    }

    private @Nullable String time(Message event, String header) {
        Object value = event.getHeader(header);
        if (value instanceof Instant instant) {
            return times.format(instant);
        }
        return value instanceof OffsetDateTime local ? times.format(local.toInstant()) : null;
    }
}
