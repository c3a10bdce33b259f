package io.polygator.gateway.account;

import static io.polygator.gateway.account.AccountFields.constants;

import io.polygator.gateway.quota.SegmentBudget;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Makes an account of its entry in the file. */
final class AccountReader {
    private static final List<PrefixPattern> ANY = List.of(PrefixPattern.ANY);

    private final AccountEntry entry;
    private final Problems problems;
    private final AccountFields fields;

    AccountReader(AccountEntry entry, Problems problems) {
        this.entry = entry;
        this.problems = problems;
        fields = new AccountFields(entry, problems);
    }

    /** The account; empty, or not to be used, when something is wrong, which is then among the problems. */
    Optional<Account> read() {
        Optional<AccountId> id = id();
        Optional<HashedSecret> secret = fields.required(AccountField.SECRET, HashedSecret::parse);
        Optional<AccountAccess> access = access();
        AccountLimits limits = limits();
        SendingRights sending = sending();
        InboundClaim inbound = inbound();
        Optional<Webhook> webhook = webhook();
        DoorOptions doors = new DoorOptions(http(), smpp(), modem());
        return id.isPresent() && secret.isPresent() && access.isPresent()
                ? Optional.of(
                        new Account(id.get(), secret.get(), access.get(), limits, sending, inbound, webhook, doors))
                : Optional.empty();
    }

    private Optional<AccountId> id() {
        if (AccountId.isValid(entry.id())) {
            return Optional.of(new AccountId(entry.id()));
        }
        problems.add(
                entry.line(),
                entry.id(),
                "",
                "is no name of an account",
                "use 1 to 15 letters, digits, dots, hyphens and underscores, the first a letter or digit");
        return Optional.empty();
    }

    private Optional<AccountAccess> access() {
        AccountState state = fields.constant(AccountField.STATE, AccountState.ACTIVE);
        Set<Door> doors = Set.copyOf(fields.requiredList(AccountField.DOORS, constants(Door.class)));
        List<Network> networks = fields.list(AccountField.NETWORKS, Network::parse, Network.LOOPBACK);
        return doors.isEmpty() ? Optional.empty() : Optional.of(new AccountAccess(state, doors, networks));
    }

    private AccountLimits limits() {
        return new AccountLimits(
                rate(),
                new SegmentBudget(segments(AccountField.SEGMENTS_PER_DAY), segments(AccountField.SEGMENTS_PER_MONTH)));
    }

    private OptionalLong segments(AccountField field) {
        return number(field, Integer.MAX_VALUE).stream().asLongStream().findFirst();
    }

    private Optional<RateLimit> rate() {
        Optional<RateLimit> rate = fields.value(AccountField.RATE, text -> RateLimit.perSecond(decimal(text)));
        OptionalInt burst = number(AccountField.BURST, RateLimit.LARGEST_BURST);
        if (burst.isPresent() && !fields.has(AccountField.RATE)) {
            fields.report(AccountField.BURST, "there is no rate that it belongs to");
        }
        return burst.isPresent() ? rate.map(known -> new RateLimit(known.interval(), burst.getAsInt())) : rate;
    }

    private SendingRights sending() {
        return new SendingRights(
                new AddressRules(
                        patterns(AccountField.SENDERS_ALLOW, ANY), patterns(AccountField.SENDERS_DENY, List.of())),
                new AddressRules(
                        patterns(AccountField.DESTINATIONS_ALLOW, ANY),
                        patterns(AccountField.DESTINATIONS_DENY, List.of())),
                fields.list(AccountField.CHANNELS, ChannelGrant::parse, List.of(new ChannelGrant.All())));
    }

    private InboundClaim inbound() {
        boolean restricted = fields.has(AccountField.INBOUND_RECIPIENTS)
                || fields.has(AccountField.INBOUND_SENDERS)
                || fields.has(AccountField.INBOUND_KEYWORDS);
        if (restricted && !fields.has(AccountField.INBOUND_CHANNELS)) {
            fields.report(AccountField.INBOUND_CHANNELS, "is missing, and so the account would receive nothing");
        }
        return new InboundClaim(
                fields.list(AccountField.INBOUND_CHANNELS, ChannelGrant::parse, List.of()),
                patterns(AccountField.INBOUND_RECIPIENTS, ANY),
                patterns(AccountField.INBOUND_SENDERS, ANY),
                patterns(AccountField.INBOUND_KEYWORDS, ANY));
    }

    private Optional<Webhook> webhook() {
        if (!fields.has(AccountField.WEBHOOK_URL) && !fields.has(AccountField.WEBHOOK_SECRET)) {
            return Optional.empty();
        }
        Optional<URI> url = fields.required(AccountField.WEBHOOK_URL, AccountReader::webhookUrl);
        Optional<String> secret = fields.required(AccountField.WEBHOOK_SECRET, Webhook::requireSecret);
        return url.isPresent() && secret.isPresent()
                ? Optional.of(new Webhook(url.get(), secret.get()))
                : Optional.empty();
    }

    private HttpOptions http() {
        Set<HttpScope> otherwise = HttpOptions.defaults().scopes();
        return new HttpOptions(
                Set.copyOf(fields.list(AccountField.HTTP_SCOPES, constants(HttpScope.class), List.copyOf(otherwise))),
                fields.list(AccountField.HTTP_TOKENS, HashedToken::parse, List.of()));
    }

    private SmppOptions smpp() {
        SmppOptions otherwise = SmppOptions.defaults();
        List<BindType> bindTypes = fields.nonEmptyList(
                AccountField.SMPP_BIND_TYPES, constants(BindType.class), List.copyOf(otherwise.bindTypes()));
        return new SmppOptions(
                bindTypes.isEmpty() ? otherwise.bindTypes() : EnumSet.copyOf(bindTypes),
                number(AccountField.SMPP_MAX_BINDS, SmppOptions.MOST_BINDS).orElse(otherwise.maxBinds()),
                fields.constant(AccountField.SMPP_ALPHABET, otherwise.alphabet()),
                fields.constant(AccountField.SMPP_CONCATENATION, otherwise.concatenation()),
                receipts(otherwise.receipts()),
                fields.constant(AccountField.SMPP_BIND_ERRORS, otherwise.bindErrors()),
                fields.constant(AccountField.SMPP_OVER_RATE, otherwise.overRate()),
                submissions(otherwise.submissions()),
                windows(otherwise.windows()));
    }

    private SmppSubmissions submissions(SmppSubmissions otherwise) {
        return new SmppSubmissions(
                fields.constant(AccountField.SMPP_STRICTNESS, otherwise.strictness()),
                number(AccountField.SMPP_MAX_SEGMENTS, SmppSubmissions.MOST_SEGMENTS)
                        .orElse(otherwise.maxSegments()),
                fields.value(AccountField.SMPP_MAX_VALIDITY, AccountReader::validity)
                        .orElse(otherwise.maxValidity()),
                fields.constant(AccountField.SMPP_ERROR_BODY, otherwise.errorBody()));
    }

    private ReceiptFormat receipts(ReceiptFormat otherwise) {
        return new ReceiptFormat(
                fields.value(AccountField.SMPP_RECEIPT_ZONE, AccountReader::zone)
                        .orElse(otherwise.zone()),
                fields.constant(AccountField.SMPP_RECEIPT_DATES, otherwise.dates()),
                fields.constant(AccountField.SMPP_RECEIPT_TEXT, otherwise.text()));
    }

    private SmppWindows windows(SmppWindows otherwise) {
        return new SmppWindows(
                number(AccountField.SMPP_WINDOW_SUBMIT, SmppWindows.LARGEST).orElse(otherwise.submit()),
                number(AccountField.SMPP_WINDOW_DELIVER, SmppWindows.LARGEST).orElse(otherwise.deliver()));
    }

    private ModemOptions modem() {
        return new ModemOptions(
                Set.copyOf(fields.list(AccountField.MODEM_COMMANDS, constants(AtGrant.class), List.of())));
    }

    private List<PrefixPattern> patterns(AccountField field, List<PrefixPattern> otherwise) {
        return fields.list(field, PrefixPattern::parse, otherwise);
    }

    /** A whole number from 1. */
    private OptionalInt number(AccountField field, int largest) {
        return fields.value(field, text -> whole(text, largest))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static int whole(String text, int largest) {
        if (!text.matches("\\d{1,10}")) {
            throw new IllegalArgumentException("\"" + text + "\" is no whole number");
        }
        long value = Long.parseLong(text);
        if (value < 1 || value > largest) {
            throw new IllegalArgumentException(value + " is not between 1 and " + largest);
        }
        return (int) value;
    }

    private static BigDecimal decimal(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("\"" + text + "\" is no number");
        }
        return new BigDecimal(text);
    }

    private static Duration validity(String text) {
        if (!text.matches("\\d{1,6}[mhd]")) {
            throw new IllegalArgumentException("\"" + text + "\" is no time");
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        Duration validity =
                switch (text.charAt(text.length() - 1)) {
                    case 'm' -> Duration.ofMinutes(count);
                    case 'h' -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                };
        if (validity.isZero() || validity.compareTo(SmppSubmissions.LONGEST_VALIDITY) > 0) {
            throw new IllegalArgumentException(text + " is not between 1m and 441d");
        }
        return validity;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no time zone", e);
        }
    }

    /** The parser's own message would repeat the URL, which may carry a token. */
    private static URI webhookUrl(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is no URL", e);
        }
        return Webhook.requireUrl(url);
    }
}
