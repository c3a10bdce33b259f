package io.polygator.camel.modem;

import io.polygator.camel.modem.PolygatorModemConfiguration.Answer;
import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.message.ChannelStatus;
import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.ModemOwner;
import io.polygator.gsm.virtualmodem.ModemValues;
import io.polygator.gsm.virtualmodem.VirtualRadio.Submission;
import io.polygator.gsm.virtualmodem.VirtualRadio.SubmitResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands behind a virtual modem with channels of the gateway. Loop only. */
final class PoolOwner implements ModemOwner {
    private static final Logger LOG = LoggerFactory.getLogger(PoolOwner.class);
    private static final int NOT_SUPPORTED = 4;
    /**
     * For the account's rate. Kannel sends a message again after 20 seconds without an answer, and the route may need 15 of
     * them to find a channel: what it waits for longer would be sent twice.
     */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    /** Hears USSD texts. */
    @FunctionalInterface
    interface UssdListener {
        void ussd(int status, String text);
    }

    private final Loop loop;
    private final SmsGateway gateway;
    private final ModemChannels channels;
    private final Answer answer;
    private final SubmitDesk desk;
    private final Supplier<Duration> rate;
    private final UssdListener ussd;
    private MessageReference lastReference;
    /** A channel forgets it when its link breaks; it will be the same again. */
    private Optional<SmsAddress> lastSmsc = Optional.empty();

    /**
     * For one modem.
     *
     * @param rate takes a message out of what the account may send now, or tells how long to wait
     * @param lastReference the last TP-MR that a client was told
     */
    PoolOwner(
            Loop loop,
            SmsGateway gateway,
            ModemChannels channels,
            Answer answer,
            SubmitDesk desk,
            Supplier<Duration> rate,
            UssdListener ussd,
            MessageReference lastReference) {
        this.loop = loop;
        this.gateway = gateway;
        this.channels = channels;
        this.answer = answer;
        this.desk = desk;
        this.rate = rate;
        this.ussd = ussd;
        this.lastReference = lastReference;
    }

    private List<ChannelStatus> now() {
        return channels.in(gateway.channels());
    }

    @Override
    public ModemValues values() {
        ModemValues values = ChannelValues.of(now());
        lastSmsc = values.smsc().or(() -> lastSmsc);
        return values.withSmsc(lastSmsc);
    }

    /** A client that waits for the network is told at once that there is none. */
    @Override
    public Optional<FinalResult> obstacleToSending() {
        return answer == Answer.durable || now().stream().anyMatch(ChannelValues::isRegistered)
                ? Optional.empty()
                : Optional.of(ModemRefusals.cms(ModemRefusals.NO_NETWORK_SERVICE));
    }

    @Override
    public void submit(Submission submission, Consumer<SubmitResult> result) {
        submit(submission, result, loop.instant().plus(LONGEST_WAIT));
    }

    /** @param deadline when it must be the account's turn at the latest */
    private void submit(Submission submission, Consumer<SubmitResult> result, Instant deadline) {
        Duration wait = rate.get();
        if (wait.isZero()) {
            send(submission, result);
        } else if (loop.instant().plus(wait).isAfter(deadline)) {
            result.accept(new SubmitResult.Refused(ModemRefusals.cms(ModemRefusals.NETWORK_TIMEOUT)));
        } else {
            loop.schedule(wait, () -> submit(submission, result, deadline));
        }
    }

    private void send(Submission submission, Consumer<SubmitResult> result) {
        MessageReference reference = lastReference.next();
        lastReference = reference;
        desk.send(submission.submit(), reference, loop.instant())
                .thenAccept(error -> loop.execute(() -> result.accept(error.<SubmitResult>map(SubmitResult.Refused::new)
                        .orElseGet(() -> new SubmitResult.Accepted(reference)))));
    }

    /** Only a modem that stands for one channel: a dialogue belongs to one SIM. */
    @Override
    public Optional<FinalResult> requestUssd(String text) {
        List<ChannelStatus> own = now();
        if (own.size() != 1) {
            return Optional.of(new FinalResult.Cme(new CmeError(NOT_SUPPORTED)));
        }
        gateway.ussd(own.get(0).name(), text).whenComplete((reply, failure) -> loop.execute(() -> tell(reply)));
        return Optional.empty();
    }

    private void tell(@Nullable UssdReply reply) {
        if (reply == null) {
            ussd.ussd(UssdReply.Status.NETWORK_TIMEOUT.ordinal(), "");
        } else {
            ussd.ussd(reply.status().ordinal(), reply.text());
        }
    }

    @Override
    public void cancelUssd() {
        now().stream().map(ChannelStatus::name).limit(1).forEach(channel -> gateway.cancelUssd(channel)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.warn("The USSD dialogue of {} is not ended: {}", channel, failure.toString());
                    }
                }));
    }
}
