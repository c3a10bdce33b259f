package io.polygator.gsm.modem;

/** What came of a step of the start-up, or of all of them. */
sealed interface StartUpVerdict {

    /** On with the next step; after the last one the modem works. */
    record Proceed() implements StartUpVerdict {}

    /** The module works, its SIM does not. The detail names the remedy. */
    record SimUnavailable(String detail) implements StartUpVerdict {}

    /** The module does not do what every module must. */
    record Failed(String detail) implements StartUpVerdict {}

    static StartUpVerdict proceed() {
        return new Proceed();
    }

    static StartUpVerdict simUnavailable(String detail) {
        return new SimUnavailable(detail);
    }

    static StartUpVerdict failed(String detail) {
        return new Failed(detail);
    }
}
