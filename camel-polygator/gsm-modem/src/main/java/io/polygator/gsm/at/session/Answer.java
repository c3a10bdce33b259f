package io.polygator.gsm.at.session;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.AtCommand;
import io.polygator.gsm.at.AtLine;
import java.util.ArrayList;
import java.util.List;

/** The information that has come for one command, and the rule for which lines belong to it. */
final class Answer {
    /** More than the header and PDU lines of the largest SIM storage, 255 messages. */
    static final int MAX_LINES = 1024;

    private final AtCommand command;
    private final AnswerShape shape;
    private final List<String> information = new ArrayList<>();
    private boolean pduDue;

    Answer(AtCommand command, AnswerShape shape) {
        this.command = command;
        this.shape = shape;
    }

    List<String> information() {
        return List.copyOf(information);
    }

    /** Takes the line if it belongs to this answer. */
    boolean take(AtLine line) {
        if (information.size() == MAX_LINES || !belongs(line)) {
            return false;
        }
        information.add(line.text());
        return true;
    }

    private boolean belongs(AtLine line) {
        if (shape instanceof AnswerShape.Prefixed prefixed) {
            return begins(line, prefixed.prefix()) && !isUnsolicitedHere(line);
        }
        if (shape instanceof AnswerShape.PrefixedPdu prefixed) {
            return isHeaderOrPdu(line, prefixed.prefix());
        }
        return shape instanceof AnswerShape.Bare && information.isEmpty() && isBare(line);
    }

    private boolean isHeaderOrPdu(AtLine line, String prefix) {
        if (begins(line, prefix)) {
            pduDue = true;
            return true;
        }
        // Garbled digits are taken, too: whoever asked must see that this message cannot be read.
        boolean isPdu = pduDue && line instanceof AtLine.Text bare && !UrcCatalogue.isUnsolicited(bare);
        pduDue &= !isPdu;
        return isPdu;
    }

    /** SIM5215 puts the command's name before some of the answers that the other modules give bare. */
    private boolean isBare(AtLine line) {
        if (line instanceof AtLine.Named named) {
            return named.name().equals(command.name());
        }
        return line instanceof AtLine.Text bare && !UrcCatalogue.isUnsolicited(bare);
    }

    /** M10 firmware V1.04 leaves out the colon of +QSIDET. */
    private static boolean begins(AtLine line, String prefix) {
        String name = prefix.endsWith(":") ? prefix.substring(0, prefix.length() - 1) : prefix;
        return line.text().startsWith(prefix)
                || line.text().startsWith(name + " ")
                || (line instanceof AtLine.Named named && named.name().equals(name));
    }

    /** Whether a line that begins like the answer is news all the same: the syntax differs, or it is answered already. */
    private boolean isUnsolicitedHere(AtLine line) {
        if (!(line instanceof AtLine.Named named)) {
            return false;
        }
        AtArguments arguments = AtArguments.parse(named.arguments());
        return switch (named.name()) {
            case "+CREG", "+CGREG" -> !(isState(arguments, 0) && isState(arguments, 1)) && !isTest();
            case "+CPIN", "+CFUN", "+CSMINS", "+QSIMSTAT" -> !information.isEmpty();
            case "+CUSD" -> !command.line().endsWith("?") || named.arguments().indexOf('"') >= 0;
            case "+CCWA", "+CLIP", "+COLP" -> arguments.isQuoted(0);
            default -> UrcCatalogue.isUnsolicited(named);
        };
    }

    private boolean isTest() {
        return command.line().endsWith("=?");
    }

    private static boolean isState(AtArguments arguments, int index) {
        return !arguments.isQuoted(index)
                && arguments
                        .text(index)
                        .filter(value -> value.matches("\\d{1,2}"))
                        .isPresent();
    }
}
