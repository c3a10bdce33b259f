package io.polygator.gsm.at.session;

/** Which lines belong to a command's answer. */
public sealed interface AnswerShape {
    /** Only a final result. */
    record None() implements AnswerShape {}

    /** Lines that begin with the prefix, such as {@code +CSQ:}. */
    record Prefixed(String prefix) implements AnswerShape {}

    /** Header lines with the prefix, each followed by one line of hexadecimal digits: +CMGR, +CMGL. */
    record PrefixedPdu(String prefix) implements AnswerShape {}

    /**
     * One bare line, the first that is no unsolicited result: identity numbers, model names. A line that begins with
     * the command's own name counts as bare, since SIM5215 answers some commands so.
     */
    record Bare() implements AnswerShape {}
}
