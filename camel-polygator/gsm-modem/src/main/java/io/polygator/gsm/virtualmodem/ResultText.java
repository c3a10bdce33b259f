package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.at.FinalResult;
import java.util.Map;

/** The words or numbers in which a final result is told (ITU-T V.250 §5.7.1; 3GPP TS 27.007 §9.1 and §9.2). */
final class ResultText {
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
            return "+CME ERROR: " + cmeText(cme.error(), settings);
        }
        if (settings.errorDetail > 0 && result instanceof FinalResult.Cms cms) {
            return "+CMS ERROR: " + cms.error().code();
        }
        return settings.verbose ? "ERROR" : "4";
    }

    private static String cmeText(CmeError error, AtSettings settings) {
        boolean inWords = settings.errorDetail == 2 && !error.words().isEmpty();
        return inWords ? error.words() : Integer.toString(error.code());
    }
}
