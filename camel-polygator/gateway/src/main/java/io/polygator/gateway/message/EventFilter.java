package io.polygator.gateway.message;

import java.util.List;
import java.util.Optional;

/**
 * Which events of the wanted kinds a subscription hears. What is empty lets everything through.
 *
 * @param submitter reports only about messages of this submitter
 * @param account reports only about messages of this account
 * @param senderPrefixes inbound messages only from senders that begin with one of these; a leading plus, or double
 *     zero, does not count on either side
 */
public record EventFilter(Optional<String> submitter, Optional<String> account, List<String> senderPrefixes) {
    private static final EventFilter EVERYTHING = new EventFilter(Optional.empty(), Optional.empty(), List.of());

    public EventFilter {
        senderPrefixes = List.copyOf(senderPrefixes);
    }

    /** Lets everything through. */
    public static EventFilter everything() {
        return EVERYTHING;
    }

    /** Reports about the messages of one submitter, inbound messages of all. */
    public static EventFilter ofSubmitter(String submitter) {
        return new EventFilter(Optional.of(submitter), Optional.empty(), List.of());
    }

    /** Reports about the messages of one account, inbound messages of all. */
    public static EventFilter ofAccount(String account) {
        return new EventFilter(Optional.empty(), Optional.of(account), List.of());
    }

    /** The same with inbound messages only from senders that begin with one of these. */
    public EventFilter withSenderPrefixes(List<String> prefixes) {
        return new EventFilter(submitter, account, prefixes);
    }

    /** Whether the event passes. */
    public boolean admits(GatewayEvent event) {
        if (event instanceof GatewayEvent.Report report) {
            return admits(report.report().origin());
        }
        return !(event instanceof GatewayEvent.Inbound inbound)
                || admitsSender(inbound.message().from());
    }

    private boolean admits(Origin origin) {
        return (submitter.isEmpty() || submitter.equals(origin.submitter()))
                && (account.isEmpty() || account.equals(origin.account()));
    }

    private boolean admitsSender(String sender) {
        String bare = DialledNumber.bare(sender);
        return senderPrefixes.isEmpty()
                || senderPrefixes.stream().map(DialledNumber::bare).anyMatch(bare::startsWith);
    }

    /** The prefixes masked: one may be a whole number. */
    @Override
    public String toString() {
        return "EventFilter[" + submitter + ", " + account + ", "
                + senderPrefixes.stream().map(Masked::number).toList() + "]";
    }
}
