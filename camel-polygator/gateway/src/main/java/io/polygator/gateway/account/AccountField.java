package io.polygator.gateway.account;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of an account in the file, and what each takes. The page accounts.md has a row for each. */
enum AccountField {
    SECRET("secret", "write the line that \"" + SecretCommand.NAME + "\" prints"),
    STATE("state", "write active or disabled"),
    DOORS("doors", "write a list of http, smpp and modem, at least one of them"),
    NETWORKS("networks", "write a list of networks such as 192.168.2.0/24 or 2001:db8::/32, or single addresses"),
    CHANNELS("channels", "write a list of all, gateways (g8), channels (g8-3) and group:NAME"),
    SENDERS_ALLOW("senders.allow", AccountField.PATTERNS),
    SENDERS_DENY("senders.deny", AccountField.PATTERNS),
    DESTINATIONS_ALLOW("destinations.allow", AccountField.PATTERNS),
    DESTINATIONS_DENY("destinations.deny", AccountField.PATTERNS),
    RATE("limits.rate", "write segments per second, 0.001 to 10000, or leave it out for no limit"),
    BURST("limits.burst", "write 1 to 100000 segments beside limits.rate, or leave it out"),
    SEGMENTS_PER_DAY("limits.segmentsPerDay", AccountField.BUDGET),
    SEGMENTS_PER_MONTH("limits.segmentsPerMonth", AccountField.BUDGET),
    INBOUND_CHANNELS("inbound.channels", "write a list of all, gateways (g8), channels (g8-3) and group:NAME"),
    INBOUND_RECIPIENTS("inbound.recipients", AccountField.PATTERNS),
    INBOUND_SENDERS("inbound.senders", AccountField.PATTERNS),
    INBOUND_KEYWORDS("inbound.keywords", AccountField.PATTERNS),
    WEBHOOK_URL("webhook.url", "write an http or https URL without a name and password in it"),
    WEBHOOK_SECRET("webhook.secret", "write 16 to 256 characters beside webhook.url, drawn at random"),
    HTTP_SCOPES("http.scopes", "write a list of send, read, control and unmasked"),
    HTTP_TOKENS("http.tokens", "write a list of the lines that \"" + SecretCommand.NAME + " --token NAME\" prints"),
    SMPP_BIND_TYPES("smpp.bindTypes", "write a list of transmitter, receiver and transceiver, at least one of them"),
    SMPP_MAX_BINDS("smpp.maxBinds", "write 1 to " + SmppOptions.MOST_BINDS),
    SMPP_ALPHABET("smpp.alphabet", "write gsm7, latin1, ascii, utf8 or gsm7-packed"),
    SMPP_CONCATENATION("smpp.concatenation", "write assembled, udh, sar or payload"),
    SMPP_BIND_ERRORS("smpp.bindErrors", "write standard or legacy"),
    SMPP_OVER_RATE("smpp.overRate", "write throttle or delay"),
    SMPP_STRICTNESS("smpp.strictness", "write lenient or strict"),
    SMPP_MAX_SEGMENTS("smpp.maxSegments", "write 1 to " + SmppSubmissions.MOST_SEGMENTS),
    SMPP_MAX_VALIDITY("smpp.maxValidity", "write minutes, hours or days up to 63 weeks, such as 90m, 48h or 7d"),
    SMPP_ERROR_BODY("smpp.errorBody", "write none or message-id"),
    SMPP_RECEIPT_ZONE("smpp.receipts.zone", "write a zone such as UTC, +03:00 or Europe/Moscow"),
    SMPP_RECEIPT_DATES("smpp.receipts.dates", "write minutes or seconds"),
    SMPP_RECEIPT_TEXT("smpp.receipts.text", "write shown, capital or empty"),
    SMPP_WINDOW_SUBMIT("smpp.window.submit", "write 1 to 1000"),
    SMPP_WINDOW_DELIVER("smpp.window.deliver", "write 1 to 1000"),
    MODEM_COMMANDS("modem.commands", "write a list of dial, ussd, password, facility-lock and power");

    private static final String PATTERNS =
            "write a list of patterns: +7999* for what begins so, +79991234567 for that " + "alone, any for everything";
    private static final String BUDGET = "write a number of segments from 1, or leave it out for no limit";

    private final String path;
    private final String remedy;

    AccountField(String path, String remedy) {
        this.path = path;
        this.remedy = remedy;
    }

    /** Its name in the file, the names of its sections before it: {@code limits.rate}. */
    String path() {
        return path;
    }

    /** What to write. */
    String remedy() {
        return remedy;
    }

    /** The field of this path. */
    static Optional<AccountField> of(String path) {
        return fields().filter(field -> field.path.equals(path)).findFirst();
    }

    /** Whether fields lie below this path. */
    static boolean isSection(String path) {
        return fields().anyMatch(field -> field.path.startsWith(path + "."));
    }

    /** The field that somebody may have meant, who wrote this path. */
    static AccountField nearest(String path) {
        return fields().min(Comparator.comparingInt(field -> distance(field.path, path)))
                .orElseThrow();
    }

    private static Stream<AccountField> fields() {
        return Arrays.stream(values());
    }

    /** How many letters differ (Levenshtein), upper and lower case alike. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                boolean same = Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
