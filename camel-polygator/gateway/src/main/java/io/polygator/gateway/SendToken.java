package io.polygator.gateway;

import io.polygator.gateway.message.MessageId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one hand-over of one segment, towards the modem: {@code 1767225600000123456/2/1}.
 *
 * @param handOver see {@link io.polygator.gateway.store.StoredSegment#handOvers()}
 */
record SendToken(MessageId message, int sequence, int handOver) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,20})/([0-9]{1,3})/([0-9]{1,9})");

    static Optional<SendToken> parse(String token) {
        Matcher matcher = FORM.matcher(token);
        return matcher.matches()
                ? Optional.of(new SendToken(
                        new MessageId(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return message + "/" + sequence + "/" + handOver;
    }
}
