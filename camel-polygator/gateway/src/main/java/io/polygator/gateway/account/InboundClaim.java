package io.polygator.gateway.account;

import java.util.List;
import java.util.Optional;

/**
 * Which inbound messages belong to an account: those that match all four. A message may belong to several accounts.
 *
 * @param channels the channels they come in on; empty claims nothing
 * @param recipients the numbers of the SIMs; a number that is not known matches only {@link PrefixPattern#ANY}
 * @param senders the numbers and names they come from
 * @param keywords the first word of the text
 */
public record InboundClaim(
        List<ChannelGrant> channels,
        List<PrefixPattern> recipients,
        List<PrefixPattern> senders,
        List<PrefixPattern> keywords) {

    public InboundClaim {
        channels = List.copyOf(channels);
        recipients = List.copyOf(recipients);
        senders = List.copyOf(senders);
        keywords = List.copyOf(keywords);
    }

    /** No message. */
    public static InboundClaim nothing() {
        return ofChannels(List.of());
    }

    /** Every message of these channels. */
    public static InboundClaim ofChannels(List<ChannelGrant> channels) {
        List<PrefixPattern> any = List.of(PrefixPattern.ANY);
        return new InboundClaim(channels, any, any, any);
    }

    /** Whether the message belongs to the account. */
    public boolean includes(InboundTraits message) {
        return channels.stream()
                        .anyMatch(grant -> grant.includes(message.channel(), message.gateway(), message.groups()))
                && includesRecipient(message.recipient())
                && matchesOne(senders, message.sender())
                && matchesOne(keywords, message.firstWord());
    }

    private boolean includesRecipient(Optional<String> recipient) {
        return recipient.map(number -> matchesOne(recipients, number)).orElseGet(() -> recipients.stream()
                .anyMatch(PrefixPattern::matchesAnything));
    }

    private static boolean matchesOne(List<PrefixPattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(text));
    }
}
