package io.polygator.gsm.modem;

import io.polygator.gsm.modem.UssdReply.Status;
import io.polygator.gsm.sms.alphabet.CbsDataCoding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What follows {@code +CUSD:} (3GPP TS 27.007 §7.15). The text may hold line breaks and quotes: it ends at the last
 * quote.
 *
 * @param text as the module printed it, not decoded
 * @param coding GSM 7-bit when none was printed, or one that does not exist
 */
record UssdAnnouncement(Status status, String text, CbsDataCoding coding) {
    // M10 firmware 05 puts blanks where none belong.
    private static final Pattern FORM = Pattern.compile(
            "\\s*(?<status>[0-5])\\s*(,\\s*\"(?<text>.*)\"\\s*(,\\s*(?<scheme>\\d{0,3})\\s*,?\\s*)?)?", Pattern.DOTALL);

    private static final int GREATEST_SCHEME = 255;

    static Optional<UssdAnnouncement> parse(String arguments) {
        Matcher matcher = FORM.matcher(arguments);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String scheme = matcher.group("scheme");
        return Optional.of(new UssdAnnouncement(
                status(matcher.group("status")),
                matcher.group("text") == null ? "" : matcher.group("text"),
                coding(scheme)));
    }

    private static CbsDataCoding coding(@Nullable String scheme) {
        if (scheme == null || scheme.isEmpty() || Integer.parseInt(scheme) > GREATEST_SCHEME) {
            return CbsDataCoding.GSM7;
        }
        return new CbsDataCoding(Integer.parseInt(scheme));
    }

    private static Status status(String digit) {
        return switch (digit) {
            case "0" -> Status.FINAL;
            case "1" -> Status.ACTION_REQUIRED;
            case "2" -> Status.TERMINATED;
            case "3" -> Status.OTHER_CLIENT;
            case "4" -> Status.NOT_SUPPORTED;
            default -> Status.NETWORK_TIMEOUT;
        };
    }
}
