package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtLine;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which lines of the Polygator modules (M10, SIM300, SIM900, SIM5215) are unsolicited by their very name. */
final class UrcCatalogue {
    private static final Set<String> ALWAYS_UNSOLICITED =
            Set.of("+CMTI", "+CMT", "+CDSI", "+CDS", "+CBM", "+CBMI", "+CRING", "+CIEV", "+CTZV", "+CSQN");

    private static final Set<String> NEVER_UNSOLICITED = Set.of(
            "+CMGR", "+CMGL", "+CMGS", "+CMGW", "+CMSS", "+CPMS", "+CSCA", "+CSQ", "+COPS", "+CNUM", "+CSMS", "+CNMI",
            "+CMGF", "+CRSM", "+CSCS", "+CCLK");

    private static final Set<String> TEXTS = Set.of(
            "RDY",
            "START",
            "CALL READY",
            "SMS READY",
            "SMS DONE",
            "PB DONE",
            "RING",
            "NORMAL POWER DOWN",
            "CHARGE ONLY MODE",
            "NO CARRIER",
            "BUSY",
            "NO ANSWER",
            "NO DIALTONE");

    private static final List<String> BEGINNINGS =
            List.of("UNDER VOLTAGE", "OVER VOLTAGE", "DST:", "VOICE CALL:", "MISSED CALL:");

    private UrcCatalogue() {}

    /** Whether no command is ever answered so. */
    static boolean isUnsolicited(AtLine.Named line) {
        return ALWAYS_UNSOLICITED.contains(line.name());
    }

    /** Whether only commands are ever answered so: alone it is a late answer. */
    static boolean isAnswerOnly(AtLine.Named line) {
        return NEVER_UNSOLICITED.contains(line.name());
    }

    /** Whether this is one of the words that modules say unasked; firmwares differ in case, {@code -} and {@code _}. */
    static boolean isUnsolicited(AtLine.Text line) {
        String text = line.text().toUpperCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
        return TEXTS.contains(text) || BEGINNINGS.stream().anyMatch(text::startsWith);
    }
}
