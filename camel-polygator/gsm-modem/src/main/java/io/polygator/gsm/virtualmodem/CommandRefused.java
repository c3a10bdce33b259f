package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.at.CmsError;
import io.polygator.gsm.at.FinalResult;

/** A command that is answered with an error. */
public final class CommandRefused extends Exception {
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
