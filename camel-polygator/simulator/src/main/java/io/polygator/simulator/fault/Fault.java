package io.polygator.simulator.fault;

import java.util.Locale;

/** One thing that goes wrong. "Sent" tells that the message was on the air all the same. */
public enum Fault {
    /** The network refuses the message with one of the plan's +CMS errors. */
    ERROR(Occasion.SEND),
    /** The module refuses with one of the plan's +CMS errors instead of prompting. */
    ERROR_BEFORE_PROMPT(Occasion.SEND),
    /** The prompt never comes, yet the module waits for the text. */
    NO_PROMPT(Occasion.SEND),
    /** The prompt comes after seven seconds. */
    LATE_PROMPT(Occasion.SEND),
    /** The link breaks where the prompt should come. */
    LINK_CUT_AT_PROMPT(Occasion.SEND),
    /** The link breaks after Ctrl-Z; the message is not sent. */
    LINK_CUT_UNSENT(Occasion.SEND),
    /** The link breaks after Ctrl-Z; the message is sent. */
    LINK_CUT_SENT(Occasion.SEND),
    /** The module restarts after Ctrl-Z; the message is not sent. */
    RESTART_UNSENT(Occasion.SEND),
    /** The module restarts after Ctrl-Z; the message is sent. */
    RESTART_SENT(Occasion.SEND),
    /** +CMGS comes, OK does not; the message is sent. */
    OK_LOST(Occasion.SEND),
    /** Neither +CMGS nor OK comes; the message is not sent. */
    SILENCE_UNSENT(Occasion.SEND),
    /** Neither +CMGS nor OK comes; the message is sent. */
    SILENCE_SENT(Occasion.SEND),
    /** +CMGS and OK come three minutes late, when the module has long answered other commands; the message is sent. */
    LATE_RESULT(Occasion.SEND),
    /** +CMGS tells 0 instead of the reference; the message is sent. */
    REFERENCE_MISSING(Occasion.SEND),
    /** Unsolicited lines come after the prompt and after +CMGS. */
    CROSSING_URC(Occasion.SEND),

    /** The prompt is {@code >} without anything around it. */
    BARE_PROMPT(Occasion.PROMPT),
    /** The prompt ends with CR LF. */
    PROMPT_WITH_LINE_END(Occasion.PROMPT),

    /** Lines are framed with LF alone. */
    LINE_FEED_ONLY(Occasion.LINE),
    /** Lines end with CR CR LF. */
    DOUBLE_CARRIAGE_RETURN(Occasion.LINE),
    /** A NUL byte stands before the line. */
    NUL_BYTE(Occasion.LINE),
    /** Nothing separates the line from what comes next. */
    GLUED_URC(Occasion.URC),

    /** The report comes twice. */
    REPORT_DUPLICATE(Occasion.REPORT),
    /** The report comes before +CMGS. */
    REPORT_EARLY(Occasion.REPORT),
    /** The report comes after three days. */
    REPORT_LATE(Occasion.REPORT),
    /** The report never comes. */
    REPORT_LOST(Occasion.REPORT),
    /** The report's status is of the reserved range from 80 hexadecimal. */
    REPORT_RESERVED_STATUS(Occasion.REPORT),
    /** A report about a temporary failure comes first. */
    REPORT_TEMPORARY_FIRST(Occasion.REPORT),
    /** The report tells the recipient with another type of number. */
    REPORT_OTHER_TYPE_OF_NUMBER(Occasion.REPORT),

    /** The network delivers the same message twice. */
    INBOUND_DUPLICATE(Occasion.INBOUND),

    /** Deleting takes seven seconds. */
    SLOW_DELETE(Occasion.DELETE),

    /** After this start the module counts its message references from 0 again. */
    REFERENCE_RESET(Occasion.START);

    private final Occasion occasion;

    Fault(Occasion occasion) {
        this.occasion = occasion;
    }

    /** When this can happen. */
    public Occasion occasion() {
        return occasion;
    }

    /** The name in plans that are written as text: {@code no-prompt}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The moments at which a plan is asked. At most one fault happens at each. */
    public enum Occasion {
        /** The client has typed AT+CMGS. */
        SEND,
        /** The module prompts. */
        PROMPT,
        /** The module says a line. */
        LINE,
        /** The module says something nobody asked for. */
        URC,
        /** A report was asked for. */
        REPORT,
        /** The network delivers a message. */
        INBOUND,
        /** The client deletes a message. */
        DELETE,
        /** The module starts. */
        START
    }
}
