package io.polygator.camel.kannel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests that are not answered, or not sent, as by Kannel, and why. The page {@code kannel-http.md} has the same list. */
final class KannelDifferences {
    private static final Map<String, String> REASONS = new TreeMap<>();

    static {
        because("recipient with a dash", "dashes in numbers are left out; Kannel sends to what stands before the dash");
        because(
                "one of two recipients is a name",
                "whoever is left out is named behind the answer; Kannel says nothing");
        because("octets that are no UTF-8", "they are read as windows-1252; Kannel leaves them out of the text");
        because("Cyrillic without coding", "what the GSM alphabet lacks is sent as UCS-2; Kannel sends question marks");
        because("Cyrillic with coding 0", "what the GSM alphabet lacks is sent as UCS-2; Kannel sends question marks");
        because("text that is not in its charset", "refused; Kannel sends the part that it could read");
        because(
                "compressed",
                "sent as it is; Kannel only says in TP-DCS that the text is compressed, and phones show rubbish");
        because("text beyond ten segments", "refused; Kannel cuts the end off");
        because("deferred", "waits here; Kannel's modems send at once");
        because(
                "unknown smsc",
                "refused, as Kannel does when each `smsc` group has an `allowed-smsc-id`; without one it sends by any");
        because(
                "bad percent encoding",
                "a percent sign without two hexadecimal digits stands for itself; Kannel leaves it out");
        because("form", "taken, since clients of other gateways send forms");
    }

    private KannelDifferences() {}

    private static void because(String request, String reason) {
        REASONS.put(request, reason);
    }

    static List<String> requests() {
        return List.copyOf(REASONS.keySet());
    }

    static Map<String, String> reasons() {
        return Map.copyOf(REASONS);
    }
}
