package io.polygator.gsm.at;

/** The line that ends the answer to a command (ITU-T V.250 §5.7.1; 3GPP TS 27.005 §3.2.5; 27.007 §9.1). */
public sealed interface FinalResult {
    /** {@code OK}. */
    record Ok() implements FinalResult {}

    /** {@code ERROR} without a reason. */
    record Error() implements FinalResult {}

    /** {@code +CME ERROR}. */
    record Cme(CmeError error) implements FinalResult {}

    /** {@code +CMS ERROR}. */
    record Cms(CmsError error) implements FinalResult {}

    /** {@code NO CARRIER}, {@code BUSY}, {@code NO ANSWER}, {@code NO DIALTONE}, {@code CONNECT}: of calls only. */
    record Call(String text) implements FinalResult {}

    default boolean isOk() {
        return this instanceof Ok;
    }
}
