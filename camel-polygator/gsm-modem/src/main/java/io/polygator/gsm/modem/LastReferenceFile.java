package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads EF-SMSS, whose first octet is the last used TP-MR (3GPP TS 51.011 §10.5.7, TS 31.102 §4.2.28). */
final class LastReferenceFile {
    /** The file's own length, which some modules want to be asked for. */
    private static final int LENGTH = 2;

    private static final int WHOLE_FILE = 0;
    private static final int DONE = 144;
    /** "Incorrect parameter P3" and "wrong length" (TS 51.011 §9.4, TS 102 221 §10.2.1). */
    private static final Set<Integer> WRONG_LENGTH = Set.of(103, 108);

    private LastReferenceFile() {}

    /** The last used TP-MR; empty when the module or the SIM does not tell it. Asks twice at most. */
    static CompletionStage<Optional<MessageReference>> read(Line line) {
        return line.run(Commands.lastReference(WHOLE_FILE))
                .thenCompose(reply -> isWrongLength(reply)
                        ? line.run(Commands.lastReference(LENGTH)).thenApply(LastReferenceFile::referenceIn)
                        : CompletableFuture.completedStage(referenceIn(reply)));
    }

    private static boolean isWrongLength(AtReply reply) {
        return fields(reply)
                .filter(fields -> WRONG_LENGTH.contains(fields.number(0).orElse(-1)))
                .isPresent();
    }

    /** {@code +CRSM: 144,0,"0CFF"}: status words, then the content. */
    private static Optional<MessageReference> referenceIn(AtReply reply) {
        return fields(reply)
                .filter(fields -> fields.number(0).orElse(-1) == DONE)
                .flatMap(fields -> fields.text(2))
                .filter(content -> content.matches("([0-9A-Fa-f]{2})+"))
                .map(content -> new MessageReference(Integer.parseInt(content.substring(0, 2), 16)));
    }

    private static Optional<AtArguments> fields(AtReply reply) {
        return Answers.fields(reply, "+CRSM:");
    }
}
