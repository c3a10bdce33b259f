package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which SIM is inserted. Modem loop only. */
final class SimIdentity {
    private static final Pattern IMSI = Pattern.compile("\\d{14,15}");
    private static final Pattern ICCID = Pattern.compile("\"?(\\d{18,20})[Ff]{0,2}\"?");
    /** The industry identifier of telecommunication cards that every ICCID begins with (ITU-T E.118). */
    private static final String TELECOM = "89";

    private final StatusBoard board;
    private final Supplier<ModemProfile> profile;

    SimIdentity(StatusBoard board, Supplier<ModemProfile> profile) {
        this.board = board;
        this.profile = profile;
    }

    /** Asks for the ICCID; a locked SIM may tell it or not. */
    CompletionStage<Optional<String>> readIccid(Line line) {
        ModuleQuery query = profile.get().iccid();
        return line.run(Commands.ofModule(query)).thenApply(reply -> {
            acceptIccid(reply);
            return iccidIn(reply);
        });
    }

    void acceptIccid(AtReply reply) {
        iccidIn(reply).ifPresent(board::iccid);
    }

    void acceptImsi(AtReply reply) {
        Answers.line(reply, IMSI).ifPresent(board::imsi);
    }

    /** The own number is often missing, and never tells which SIM this is. */
    void acceptOwnNumber(AtReply reply) {
        Answers.fields(reply, "+CNUM:")
                .flatMap(fields -> fields.text(1))
                .filter(number -> number.matches("\\+?\\d{3,20}"))
                .ifPresent(board::subscriber);
    }

    private Optional<String> iccidIn(AtReply reply) {
        String prefix = profile.get().iccid().prefix();
        return Answers.isOk(reply)
                ? Answers.information(reply).stream()
                        .map(line -> line.startsWith(prefix) ? line.substring(prefix.length()) : line)
                        .flatMap(line -> iccidIn(line.trim()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** An ICCID of 18 to 20 digits, in quotes or not, filled up with F or not, some with each pair swapped. */
    static Optional<String> iccidIn(String text) {
        Matcher matcher = ICCID.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1);
        boolean swapped = !digits.startsWith(TELECOM) && digits.startsWith("98");
        return Optional.of(swapped ? swapPairs(digits) : digits);
    }

    private static String swapPairs(String digits) {
        StringBuilder result = new StringBuilder(digits);
        for (int i = 0; i + 1 < digits.length(); i += 2) {
            result.setCharAt(i, digits.charAt(i + 1));
            result.setCharAt(i + 1, digits.charAt(i));
        }
        return result.toString();
    }
}
