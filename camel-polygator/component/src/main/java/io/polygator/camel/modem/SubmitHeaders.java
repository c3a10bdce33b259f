package io.polygator.camel.modem;

import io.polygator.camel.door.Together;
import io.polygator.camel.modem.PolygatorModemConfiguration.Answer;
import io.polygator.camel.polygator.Gatekeeper;
import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.account.Door;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Message;

/** A client's SMS-SUBMIT as the body and the headers that {@code polygator:} sends. Pure functions. */
final class SubmitHeaders {
    private static final int LONGEST_SHORT_CODE = 6;

    private SubmitHeaders() {}

    /** @param now what an absolute validity period is counted from */
    static void write(VirtualModemIdentity modem, SmsSubmit submit, SubmitMemo memo, Instant now, Message message) {
        modem.account().ifPresent(account -> message.setHeader(PolygatorConstants.ACCOUNT, account));
        message.setHeader(PolygatorConstants.SUBMITTER, submitter(modem));
        modem.channels().header().ifPresent(names -> message.setHeader(PolygatorConstants.CHANNELS, names));
        message.setHeader(PolygatorConstants.OPERATION, "send");
        message.setHeader(PolygatorConstants.TO, recipient(submit.destination()));
        message.setHeader(PolygatorConstants.CONTEXT, memo.encode());
        message.setHeader(PolygatorConstants.CLIENT_REFERENCE, modem.name());
        message.setHeader(PolygatorConstants.REPORT, submit.statusReportRequested());
        message.setHeader(
                PolygatorConstants.PROTOCOL_IDENTIFIER,
                submit.protocolIdentifier().value());
        message.setHeader(PolygatorConstants.REPLY_PATH, submit.replyPath());
        message.setHeader(PolygatorConstants.COMPLETE_ON, memo.answer() == Answer.network ? "network" : "store");
        validity(submit.validityPeriod(), now)
                .ifPresent(validity -> message.setHeader(PolygatorConstants.VALIDITY, validity));
        message.setBody(new MessageBody.Prepared(submit.userData(), submit.dataCodingScheme()));
        Concatenation.in(submit.userData().header())
                .ifPresent(concatenation -> message.setHeader(
                        PolygatorConstants.TOGETHER,
                        Together.key(
                                concatenation,
                                modem.name(),
                                submit.destination().value())));
    }

    private static String submitter(VirtualModemIdentity modem) {
        return modem.account()
                .map(account -> Gatekeeper.submitter(Door.MODEM, account))
                .orElse(modem.name());
    }

    /** Some programs write short codes as international numbers, which no network takes. */
    private static String recipient(SmsAddress destination) {
        boolean isShortCode = destination.typeOfNumber() == TypeOfNumber.INTERNATIONAL
                && destination.value().length() <= LONGEST_SHORT_CODE;
        return isShortCode ? destination.value() : destination.display();
    }

    private static Optional<Duration> validity(ValidityPeriod period, Instant now) {
        return period instanceof ValidityPeriod.Absolute absolute
                ? absolute.until()
                        .time()
                        .map(until -> Duration.between(now, until.toInstant()))
                        .filter(left -> left.compareTo(Duration.ZERO) > 0)
                : period.duration();
    }
}
