package io.polygator.camel.webhook;

import io.polygator.camel.polygator.EventKinds;
import io.polygator.gateway.SubscriptionRequest.Kind;
import io.polygator.gateway.account.ChannelGrant;
import io.polygator.gateway.account.InboundClaim;
import io.polygator.gateway.account.PrefixPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A webhook as an operator configures it: which events go where.
 *
 * @param name part of the names of its subscriptions: 1 to 32 letters, digits, hyphens and underscores
 * @param account only what belongs to this account; empty for everything
 */
public record WebhookRule(
        String name, WebhookTarget target, Set<Kind> events, Optional<String> account, InboundClaim claim) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    /**
     * The options of a webhook as they are written.
     *
     * @param events a list of inbound, report, call, ussd, channel, unreadable; or all
     * @param channels a list as in the file of accounts: all, gateways, channels, group:NAME
     * @param senders of inbound messages, patterns as in the file of accounts
     * @param keywords of inbound messages, patterns for the first word
     * @param format json, form or get
     */
    public record Options(
            String url,
            Optional<String> secret,
            String events,
            Optional<String> account,
            List<String> channels,
            List<String> senders,
            List<String> keywords,
            String format) {

        /** Neither URL nor secret. */
        @Override
        public String toString() {
            return "Options[" + events + "]";
        }
    }

    /** @throws IllegalArgumentException "webhook NAME: " and the option that is wrong, why, and what helps */
    public static WebhookRule of(String name, Options options) {
        try {
            return read(name, options);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("webhook " + name + ": " + e.getMessage(), e);
        }
    }

    private static WebhookRule read(String name, Options options) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("its name must be 1 to 32 letters, digits, hyphens and underscores");
        }
        return new WebhookRule(
                name,
                new WebhookTarget(options.url(), format(options.format()), options.secret()),
                events(options.events()),
                options.account(),
                new InboundClaim(
                        list("channels", options.channels(), ChannelGrant::parse),
                        List.of(PrefixPattern.ANY),
                        list("senders", options.senders(), PrefixPattern::parse),
                        list("keywords", options.keywords(), PrefixPattern::parse)));
    }

    private static WebhookFormat format(String text) {
        return Stream.of(WebhookFormat.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format=" + text + ": use json, form or get"));
    }

    private static Set<Kind> events(String text) {
        try {
            return EventKinds.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("events=" + text + ": use all, or a list of " + EventKinds.names(), e);
        }
    }

    private static <T> List<T> list(String option, List<String> texts, Function<String, T> parser) {
        try {
            return texts.stream().map(String::strip).map(parser).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        }
    }
}
