package io.polygator.camel.smpp;

import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.account.OverRate;
import io.polygator.gateway.account.ReceiptFormat;
import io.polygator.gateway.account.SmppAlphabet;
import io.polygator.gateway.account.SmppConcatenation;
import io.polygator.gateway.account.SmppErrorBody;
import io.polygator.gateway.account.SmppOptions;
import io.polygator.gateway.account.SmppStrictness;
import io.polygator.gateway.account.SmppSubmissions;
import io.polygator.smpp.esme.BindRules;
import io.polygator.smpp.esme.BindType;
import io.polygator.smpp.esme.ConcatenationMode;
import io.polygator.smpp.esme.DefaultAlphabet;
import io.polygator.smpp.esme.DeliveryRules;
import io.polygator.smpp.esme.DeliveryRules.ReceiptDates;
import io.polygator.smpp.esme.DeliveryRules.ReceiptTexts;
import io.polygator.smpp.esme.ErrorBody;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.esme.OverLimit;
import io.polygator.smpp.esme.Strictness;
import io.polygator.smpp.esme.SubmitRules;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** What the file of accounts says, as the rules that a session lives by. Pure functions. */
final class EsmeProfiles {
    private EsmeProfiles() {}

    static EsmeProfile of(Account account, Gatekeeper gatekeeper) {
        SmppOptions options = account.doors().smpp();
        return EsmeProfile.of(account.id().value())
                .with(binds(options))
                .with(submits(options, account.id().value(), gatekeeper))
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
        return BindRules.standard()
                .withTypes(types)
                .withMost(options.maxBinds())
                .withStrictness(strictness(options.submissions().strictness()));
    }

    private static Strictness strictness(SmppStrictness strictness) {
        return switch (strictness) {
            case LENIENT -> Strictness.LENIENT;
            case STRICT -> Strictness.STRICT;
        };
    }

    private static SubmitRules submits(SmppOptions options, String account, Gatekeeper gatekeeper) {
        SmppSubmissions submissions = options.submissions();
        return SubmitRules.standard()
                .withWindow(options.windows().submit())
                .withMostSegments(submissions.maxSegments())
                .withLongestValidity(submissions.maxValidity())
                .withErrorBody(errorBody(submissions.errorBody()))
                .withRate(segments -> leave(account, segments, gatekeeper), overLimit(options.overRate()));
    }

    private static ErrorBody errorBody(SmppErrorBody body) {
        return switch (body) {
            case NONE -> ErrorBody.NONE;
            case MESSAGE_ID -> ErrorBody.EMPTY_MESSAGE_ID;
        };
    }

    private static OverLimit overLimit(OverRate overRate) {
        return switch (overRate) {
            case THROTTLE -> OverLimit.THROTTLE;
            case DELAY -> OverLimit.DELAY;
        };
    }

    /** By the rate that the account has now: a session outlives changes of it. */
    private static Duration leave(String account, int segments, Gatekeeper gatekeeper) {
        return gatekeeper
                .accounts()
                .find(account)
                .map(now -> gatekeeper.rates().take(now, segments))
                .orElse(Duration.ZERO);
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
                .withTexts(texts(receipts.text()));
    }

    private static ReceiptTexts texts(ReceiptFormat.Text text) {
        return switch (text) {
            case SHOWN -> ReceiptTexts.LOWER_CASE;
            case CAPITAL -> ReceiptTexts.UPPER_CASE;
            case EMPTY -> ReceiptTexts.EMPTY;
        };
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
