package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import java.util.Map;

/** The words or numbers in which a final result is told (ITU-T V.250 §5.7.1; 3GPP TS 27.007 §9.1 and §9.2). */
final class ResultText {
    private static final Map<Integer, String> CME_WORDS = Map.ofEntries(
            Map.entry(0, "phone failure"),
            Map.entry(3, "operation not allowed"),
            Map.entry(4, "operation not supported"),
            Map.entry(10, "SIM not inserted"),
            Map.entry(11, "SIM PIN required"),
            Map.entry(12, "SIM PUK required"),
            Map.entry(13, "SIM failure"),
            Map.entry(14, "SIM busy"),
            Map.entry(15, "SIM wrong"),
            Map.entry(16, "incorrect password"),
            Map.entry(20, "memory full"),
            Map.entry(21, "invalid index"),
            Map.entry(22, "not found"),
            Map.entry(30, "no network service"),
            Map.entry(31, "network timeout"),
            Map.entry(100, "unknown"));
    private static final Map<String, String> CALL_NUMBERS =
            Map.of("CONNECT", "1", "NO CARRIER", "3", "NO DIALTONE", "6", "BUSY", "7", "NO ANSWER", "8");

    private ResultText() {}

    static String of(FinalResult result, AtSettings settings) {
        if (result instanceof FinalResult.Ok) {
            return settings.verbose ? "OK" : "0";
        }
        if (result instanceof FinalResult.Call call) {
            return settings.verbose ? call.text() : CALL_NUMBERS.getOrDefault(call.text(), "4");
        }
        if (settings.errorDetail > 0 && result instanceof FinalResult.Cme cme) {
            return "+CME ERROR: " + cmeText(cme.error().code(), settings);
        }
        if (settings.errorDetail > 0 && result instanceof FinalResult.Cms cms) {
            return "+CMS ERROR: " + cms.error().code();
        }
        return settings.verbose ? "ERROR" : "4";
    }

    private static String cmeText(int code, AtSettings settings) {
        String number = Integer.toString(code);
        return settings.errorDetail == 2 ? CME_WORDS.getOrDefault(code, number) : number;
    }
}
