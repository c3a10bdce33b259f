package io.polygator.smpp.esme;

/** The answer to a {@link BindRequest}. */
public sealed interface BindDecision {

    /** Welcome, by these rules. */
    record Granted(EsmeProfile profile) implements BindDecision {}

    /**
     * Not welcome. {@link CommandStatus#RINVPASWD} and {@link CommandStatus#RINVSYSID} reach the peer as
     * {@link CommandStatus#RBINDFAIL} unless the server is set to tell them apart.
     */
    record Refused(CommandStatus status) implements BindDecision {}
}
