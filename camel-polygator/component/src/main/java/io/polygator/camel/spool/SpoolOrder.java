package io.polygator.camel.spool;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.OutboundMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Message;

/** A file of the folder outgoing as the body and the headers that {@code polygator:} sends. Pure functions. */
final class SpoolOrder {
    private static final List<String> NOT_SENT =
            List.of("Voicecall", "Text_is_pdu", "System_message", "DCS_hex", "Language", "Language_ext");
    private static final int URGENT = OutboundMessage.USUAL_PRIORITY + 3;
    private static final int TYPE_ZERO = 0x40;
    private static final int HIGHEST_REPLACE = 7;
    private static final int HIGHEST_CLASS = 3;

    private SpoolOrder() {}

    /**
     * Writes what the file asks for.
     *
     * @param report whether a status report is asked for when the file does not say
     * @throws SpoolFileException if it asks for something that is not possible
     */
    static void write(SpoolFile file, SpoolReports report, Message message) throws SpoolFileException {
        refuseWhatIsNotSent(file);
        message.setHeader(PolygatorConstants.TO, recipient(file));
        message.setHeader(PolygatorConstants.REPORT, wantsReport(file, report));
        OptionalInt messageClass = messageClass(file);
        if (messageClass.isPresent()) {
            message.setHeader(PolygatorConstants.MESSAGE_CLASS, messageClass.getAsInt());
        }
        file.header("Validity")
                .flatMap(SpoolValidity::parse)
                .ifPresent(validity -> message.setHeader(PolygatorConstants.VALIDITY, validity));
        if ("high".equalsIgnoreCase(file.header("Priority").orElse(""))) {
            message.setHeader(PolygatorConstants.PRIORITY, URGENT);
        }
        message.setHeader(PolygatorConstants.PROTOCOL_IDENTIFIER, protocolIdentifier(file));
        message.setHeader(PolygatorConstants.REPLY_PATH, file.flag("Reply_path").orElse(false));
        message.setBody(SpoolBody.of(SpoolMacros.expand(file), messageClass));
    }

    /** The name of the channels to send through, if the file names one. */
    static Optional<String> queue(SpoolFile file) {
        return file.header("Queue").or(() -> file.header("Provider")).filter(name -> !name.isEmpty());
    }

    private static void refuseWhatIsNotSent(SpoolFile file) throws SpoolFileException {
        for (String name : NOT_SENT) {
            if (file.header(name).isPresent()) {
                throw new SpoolFileException(name + ": is not possible here: leave the header out");
            }
        }
    }

    /** International without its plus, unless it begins with s or To_TOA says something else. */
    private static String recipient(SpoolFile file) throws SpoolFileException {
        String number = file.header("To").orElse("").replace(" ", "");
        if (number.isEmpty()) {
            throw new SpoolFileException("To: is missing: write To: 79123456789");
        }
        if (number.startsWith("s")) {
            return number.substring(1);
        }
        String type = file.header("To_TOA").orElse("international").toLowerCase(Locale.ROOT);
        return number.startsWith("+") || !type.equals("international") ? number : "+" + number;
    }

    private static boolean wantsReport(SpoolFile file, SpoolReports usual) {
        return file.flag("Ping").orElse(false) || file.flag("Report").orElse(usual == SpoolReports.ALWAYS);
    }

    private static OptionalInt messageClass(SpoolFile file) throws SpoolFileException {
        if (file.flag("Flash").orElse(false)) {
            return OptionalInt.of(0);
        }
        Optional<String> value = file.header("Class");
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number("Class", value.get(), 0, HIGHEST_CLASS));
    }

    private static int protocolIdentifier(SpoolFile file) throws SpoolFileException {
        Optional<String> replace = file.header("Replace");
        if (replace.isPresent()) {
            return TYPE_ZERO + number("Replace", replace.get(), 1, HIGHEST_REPLACE);
        }
        return file.flag("Ping").orElse(false) ? TYPE_ZERO : 0;
    }

    private static int number(String name, String value, int lowest, int highest) throws SpoolFileException {
        if (value.matches("\\d") && Integer.parseInt(value) >= lowest && Integer.parseInt(value) <= highest) {
            return Integer.parseInt(value);
        }
        throw new SpoolFileException(name + ": " + value + ": use " + lowest + " to " + highest);
    }
}
