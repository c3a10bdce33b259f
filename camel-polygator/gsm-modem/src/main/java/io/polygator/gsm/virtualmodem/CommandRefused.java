package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.at.CmsError;
import io.polygator.gsm.at.FinalResult;

/** A command that is answered with an error. */
public final class CommandRefused extends Exception {
    /** CME error: the command is known and this client may not use it, or not now. */
    static final int NOT_ALLOWED = 3;
    /** CME error: a known command with something that the module cannot do. */
    static final int NOT_SUPPORTED = 4;
    /** CME error: a phone book without this entry. */
    static final int NOT_FOUND = 22;
    /** CMS errors of 3GPP TS 27.005 §3.2.5. */
    static final int INVALID_PDU = 304;

    static final int INVALID_TEXT = 305;
    static final int SIM_FAILURE = 313;
    static final int MEMORY_FAILURE = 320;
    static final int INVALID_INDEX = 321;
    static final int MEMORY_FULL = 322;
    static final int NO_ACKNOWLEDGEMENT_EXPECTED = 340;
    static final int UNKNOWN_ERROR = 500;

    private static final long serialVersionUID = 1L;

    private final transient FinalResult result;

    public CommandRefused(FinalResult result) {
        // An answer like any other: no stack trace.
        super(result.toString(), null, false, false);
        this.result = result;
    }

    /** Plain {@code ERROR}: the command or its syntax is unknown. */
    public static CommandRefused error() {
        return new CommandRefused(new FinalResult.BareError());
    }

    /** {@code +CME ERROR} with this number (3GPP TS 27.007 §9.2). */
    public static CommandRefused cme(int code) {
        return new CommandRefused(new FinalResult.Cme(new CmeError(code)));
    }

    /** {@code +CMS ERROR} with this number (3GPP TS 27.005 §3.2.5). */
    public static CommandRefused cms(int code) {
        return new CommandRefused(new FinalResult.Cms(new CmsError(code)));
    }

    /** The final result for the client. */
    public FinalResult result() {
        return result;
    }
}
