package io.polygator.gateway;

import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.message.MessageBody;
import io.polygator.gateway.message.MessageChanges;
import io.polygator.gateway.message.OutboundMessage;
import io.polygator.gateway.store.StoredMessage;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Says of a message whether it can be taken, and if not, which field is wrong and what to write instead. */
final class SubmitRules {
    private static final Pattern DIALLABLE = Pattern.compile("[0-9*#abc]{1,20}");
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_TOGETHER = 128;
    private static final int LONGEST_SENDER = 21;
    private static final int HIGHEST_PRIORITY = 9;
    private static final int HIGHEST_CLASS = 3;
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(63 * 7);
    private static final Duration LONGEST_DELAY = Duration.ofDays(366);
    private static final int MOST_CHARACTERS_PER_SEGMENT = 160;

    private final ChannelPool channels;
    private final OutboundSettings settings;

    SubmitRules(ChannelPool channels, OutboundSettings settings) {
        this.channels = channels;
        this.settings = settings;
    }

    void check(OutboundMessage message, Instant now) throws SubmitRefusedException {
        checkRecipient(message.to());
        checkBody(message.body());
        checkChannels(message);
        checkTimes(message, now);
        checkRanges(message);
    }

    /** The same of a message that was changed, with regard to what changed. */
    void checkReplacement(StoredMessage replacement, MessageChanges changes, Instant now)
            throws SubmitRefusedException {
        checkBody(replacement.request().body());
        checkValidity(changes.validity().orElse(settings.defaultValidity()));
        Instant sendAt = changes.sendAt().orElse(now);
        checkSendAt(sendAt, now);
        refuseIf(!sendAt.isBefore(replacement.expiresAt()), "sendAt", () -> expiresBefore(sendAt));
    }

    private void checkBody(MessageBody body) throws SubmitRefusedException {
        int most = settings.maximumSegments() * MOST_CHARACTERS_PER_SEGMENT;
        if (body instanceof MessageBody.Text text) {
            refuseIf(text.text().isEmpty(), "text", () -> "the text is empty; give at least one character");
            refuseIf(
                    text.text().length() > most,
                    "text",
                    () -> tooLong(text.text().length() + " characters"));
        } else if (body instanceof MessageBody.Data data) {
            refuseIf(data.octets().isEmpty(), "data", () -> "there is no data; give at least one octet");
            refuseIf(
                    data.octets().length() > most,
                    "data",
                    () -> tooLong(data.octets().length() + " octets"));
        }
    }

    /** The sentence about a message that is too long. */
    String tooLong(String length) {
        return length + " need more than the " + settings.maximumSegments()
                + " segments allowed; shorten the message, or send it as several";
    }

    private static void checkRecipient(SmsAddress to) throws SubmitRefusedException {
        refuseIf(
                to.typeOfNumber() == TypeOfNumber.ALPHANUMERIC,
                "to",
                () -> "a name cannot be sent to; give a number such as +79161234567");
        refuseIf(
                !DIALLABLE.matcher(to.value()).matches(),
                "to",
                () -> "the recipient must be 1 to 20 digits, such as +79161234567, and has "
                        + to.value().length() + " characters");
    }

    private void checkChannels(OutboundMessage message) throws SubmitRefusedException {
        refuseIf(
                !channels.hasAnyIn(message.channels()),
                "channel",
                () -> "no channel is in " + message.channels() + "; " + channels.describe());
    }

    private void checkTimes(OutboundMessage message, Instant now) throws SubmitRefusedException {
        Duration validity = message.validity().orElse(settings.defaultValidity());
        checkValidity(validity);
        Instant sendAt = message.sendAt().orElse(now);
        checkSendAt(sendAt, now);
        refuseIf(
                message.validity().isPresent() && !sendAt.isBefore(now.plus(validity)),
                "sendAt",
                () -> expiresBefore(sendAt));
    }

    private static void checkValidity(Duration validity) throws SubmitRefusedException {
        refuseIf(
                validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST_VALIDITY) > 0,
                "validity",
                () -> "the validity must be positive and at most 63 weeks, was " + validity);
    }

    private static void checkSendAt(Instant sendAt, Instant now) throws SubmitRefusedException {
        refuseIf(
                sendAt.isAfter(now.plus(LONGEST_DELAY)),
                "sendAt",
                () -> "the time of sending must be within a year, was " + sendAt);
    }

    private static String expiresBefore(Instant sendAt) {
        return "the message would expire before it may be sent at " + sendAt
                + "; give a validity that reaches beyond it";
    }

    private static void checkRanges(OutboundMessage message) throws SubmitRefusedException {
        int priority = message.priority();
        refuseIf(
                priority < 0 || priority > HIGHEST_PRIORITY, "priority", () -> "give 0 (lowest) to 9, not " + priority);
        int messageClass = message.messageClass().orElse(0);
        refuseIf(messageClass < 0 || messageClass > HIGHEST_CLASS, "class", () -> "give 0 to 3, not " + messageClass);
        String key = message.idempotencyKey().orElse("key");
        refuseIf(
                key.isBlank() || key.length() > LONGEST_KEY,
                "idempotencyKey",
                () -> "give 1 to " + LONGEST_KEY + " characters, not " + key.length());
        String together = message.together().orElse("together");
        refuseIf(
                together.isBlank() || together.length() > LONGEST_TOGETHER,
                "together",
                () -> "give 1 to " + LONGEST_TOGETHER + " characters, not " + together.length());
        String sender = message.from().orElse("sender");
        refuseIf(
                sender.isBlank() || sender.length() > LONGEST_SENDER,
                "from",
                () -> "give 1 to " + LONGEST_SENDER + " characters, not " + sender.length());
    }

    private static void refuseIf(boolean wrong, String field, Supplier<String> message) throws SubmitRefusedException {
        if (wrong) {
            throw new SubmitRefusedException(field, field + ": " + message.get());
        }
    }
}
