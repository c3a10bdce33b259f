package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which module this is and how it behaves. Modem loop only. */
final class ModuleKnowledge {
    private static final Pattern MODEL = Pattern.compile("(?:\\+CGMM:\\s*)?(\\S.*)");

    private final Optional<ModuleType> configured;
    private final StatusBoard board;
    private ModemProfile profile;
    private boolean driverAcknowledges;

    ModuleKnowledge(ModemSettings settings, StatusBoard board) {
        this.configured = settings.module();
        this.board = board;
        this.profile = ModemProfiles.of(configured.orElse(ModuleType.GENERIC));
    }

    ModemProfile profile() {
        return profile;
    }

    /** Whether what the module hands over directly waits for our AT+CNMA (AT+CSMS=1, 3GPP TS 27.005 §3.2.1). */
    boolean driverAcknowledges() {
        return driverAcknowledges;
    }

    void acceptModel(AtReply reply) {
        String model = Answers.line(reply, MODEL).orElse("").replaceFirst("^\\+CGMM:\\s*", "");
        profile = configured.map(ModemProfiles::of).orElseGet(() -> ModemProfiles.recognise(model));
        board.module(profile.type(), model);
    }

    void acceptMessageService(AtReply reply) {
        driverAcknowledges = Answers.fields(reply, "+CSMS:")
                .map(fields -> fields.number(0).orElse(0) == 1)
                .orElse(false);
    }
}
