package io.polygator.camel.smpp;

import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.RateLimiter;
import io.polygator.gateway.account.ReceiptFormat;
import io.polygator.gateway.account.SmppAlphabet;
import io.polygator.gateway.account.SmppConcatenation;
import io.polygator.gateway.account.SmppOptions;
import io.polygator.smpp.esme.BindRules;
import io.polygator.smpp.esme.BindType;
import io.polygator.smpp.esme.ConcatenationMode;
import io.polygator.smpp.esme.DefaultAlphabet;
import io.polygator.smpp.esme.DeliveryRules;
import io.polygator.smpp.esme.DeliveryRules.ReceiptDates;
import io.polygator.smpp.esme.DeliveryRules.ReceiptTexts;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.esme.OverLimit;
import io.polygator.smpp.esme.SubmitRules;
import java.util.Set;
import java.util.stream.Collectors;

/** What the file of accounts says, as the rules that a session lives by. Pure functions. */
final class EsmeProfiles {
    private EsmeProfiles() {}

    static EsmeProfile of(Account account, RateLimiter rates) {
        SmppOptions options = account.doors().smpp();
        return EsmeProfile.of(account.id().value())
                .with(binds(options))
                .with(submits(options, account, rates))
                .with(deliveries(options));
    }

    private static BindRules binds(SmppOptions options) {
        Set<BindType> types = options.bindTypes().stream()
                .map(type -> switch (type) {
                    case TRANSMITTER -> BindType.TRANSMITTER;
                    case RECEIVER -> BindType.RECEIVER;
                    case TRANSCEIVER -> BindType.TRANSCEIVER;
                })
                .collect(Collectors.toSet());
        return BindRules.standard().withTypes(types).withMost(options.maxBinds());
    }

    private static SubmitRules submits(SmppOptions options, Account account, RateLimiter rates) {
        return SubmitRules.standard()
                .withWindow(options.windows().submit())
                .withRate(segments -> rates.take(account, segments), OverLimit.THROTTLE);
    }

    private static DeliveryRules deliveries(SmppOptions options) {
        ReceiptFormat receipts = options.receipts();
        return DeliveryRules.standard()
                .withWindow(options.windows().deliver())
                .withAlphabet(alphabet(options.alphabet()))
                .withConcatenation(concatenation(options.concatenation()))
                .withZone(receipts.zone())
                .withDates(
                        receipts.dates() == ReceiptFormat.Dates.SECONDS ? ReceiptDates.SECONDS : ReceiptDates.MINUTES)
                .withTexts(receipts.text() == ReceiptFormat.Text.EMPTY ? ReceiptTexts.EMPTY : ReceiptTexts.LOWER_CASE);
    }

    private static DefaultAlphabet alphabet(SmppAlphabet alphabet) {
        return switch (alphabet) {
            case GSM7 -> DefaultAlphabet.GSM7_UNPACKED;
            case GSM7_PACKED -> DefaultAlphabet.GSM7_PACKED;
            case LATIN1 -> DefaultAlphabet.LATIN1;
            case ASCII -> DefaultAlphabet.ASCII;
            case UTF8 -> DefaultAlphabet.UTF8;
        };
    }

    private static ConcatenationMode concatenation(SmppConcatenation concatenation) {
        return switch (concatenation) {
            case ASSEMBLED -> ConcatenationMode.ASSEMBLED;
            case UDH -> ConcatenationMode.UDH;
            case SAR -> ConcatenationMode.SAR;
            case PAYLOAD -> ConcatenationMode.PAYLOAD;
        };
    }
}
