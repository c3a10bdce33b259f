package io.polygator.gateway;

import io.polygator.gateway.FaultPlan.Life;
import io.polygator.gateway.channel.ModemPort;
import io.polygator.gateway.channel.ModemPorts;
import io.polygator.gsm.modem.ModemListener;
import io.polygator.gsm.modem.ModemState;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.modem.ReceivedTpdu;
import io.polygator.gsm.modem.ResetKind;
import io.polygator.gsm.modem.SendError;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.Tpdu;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A SIM and the module it sits in, which outlive the gateway's process: what is on the air, what the SIM holds and how
 * far it has counted. Handing over a PDU (the moment of Ctrl-Z) and deleting from the SIM (CMGD) are steps of the plan.
 */
final class LastingSim {
    static final String IMSI = "imsi-lasting";
    private static final Duration SWEEP = Duration.ofMinutes(1);

    final List<SmsSubmit> onAir = new ArrayList<>();
    final List<Tpdu> held = new ArrayList<>();
    private final FaultPlan plan;
    private final DurableMemory memory;
    private MessageReference last = new MessageReference(255);

    LastingSim(FaultPlan plan, DurableMemory memory) {
        this.plan = plan;
        this.memory = memory;
    }

    /** The SIM as one process reaches it. */
    ModemPorts reachedBy(Life life, Loop loop) {
        return (address, settings, listener) -> new Port(life, loop, listener);
    }

    static String rawOf(Tpdu tpdu) {
        return Integer.toHexString(tpdu.hashCode());
    }

    private final class Port implements ModemPort {
        private final Life life;
        private final Loop loop;
        private final ModemListener listener;
        private final Set<Tpdu> offered = new HashSet<>();
        private ModemState state = ModemState.STOPPED;

        Port(Life life, Loop loop, ModemListener listener) {
            this.life = life;
            this.loop = loop;
            this.listener = listener;
        }

        @Override
        public void start() {
            state = ModemState.READY;
            listener.onStatus(status());
            sweep();
        }

        private void sweep() {
            offerAgain();
            if (!life.over) {
                loop.schedule(SWEEP, this::sweep);
            }
        }

        @Override
        public void offerAgain() {
            if (!life.over) {
                held.forEach(this::offer);
            }
        }

        private void offer(Tpdu tpdu) {
            if (!offered.add(tpdu)) {
                return;
            }
            Octets octets = Octets.ofHex("%08X".formatted(tpdu.hashCode()));
            listener.onReceived(new ReceivedTpdu(
                            rawOf(tpdu),
                            Optional.of(new PduModeFrame(Optional.empty(), octets)),
                            Optional.of(tpdu),
                            "",
                            Optional.of(IMSI),
                            loop.instant()))
                    .whenComplete((done, failure) -> {
                        if (failure == null) {
                            delete(tpdu);
                        } else {
                            offered.remove(tpdu);
                        }
                    });
        }

        private void delete(Tpdu tpdu) {
            plan.step(life, "CMGD", () -> {
                        boolean safe = !(tpdu instanceof SmsDeliver) || memory.received.contains(rawOf(tpdu));
                        if (!safe) {
                            throw new AssertionError("deleted before it was stored");
                        }
                        held.remove(tpdu);
                        return CompletableFuture.<Void>completedStage(null);
                    })
                    .whenComplete((done, failure) -> offered.remove(tpdu));
        }

        @Override
        public CompletionStage<SendOutcome> send(String token, SmsSubmit submit) {
            return plan.<SendOutcome>step(life, "Ctrl-Z", () -> CompletableFuture.completedStage(transmit(submit)))
                    .handle((outcome, failure) -> failure == null ? outcome : silence(submit));
        }

        private SendOutcome transmit(SmsSubmit submit) {
            last = last.next();
            onAir.add(submit);
            if (submit.statusReportRequested()) {
                held.add(report(last, submit));
            }
            listener.onStatus(status());
            return new SendOutcome.Accepted(Optional.of(last));
        }

        /** The step failed: either the module never took it, or it is on the air and nobody was told. */
        private SendOutcome silence(SmsSubmit submit) {
            return onAir.contains(submit)
                    ? new SendOutcome.Unconfirmed("silence", Optional.empty())
                    : new SendOutcome.Refused(new SendError(SendError.Kind.NOT_SENT, -1, "no prompt"));
        }

        private SmsStatusReport report(MessageReference reference, SmsSubmit submit) {
            return new SmsStatusReport(
                    false,
                    false,
                    false,
                    reference,
                    submit.destination(),
                    GatewayFixture.timestamp(loop.instant()),
                    GatewayFixture.timestamp(loop.instant()),
                    new DeliveryStatus(0),
                    Optional.empty());
        }

        @Override
        public CompletionStage<Void> stop() {
            state = ModemState.STOPPED;
            return CompletableFuture.completedStage(null);
        }

        @Override
        public ModemStatus status() {
            return new ModemStatus(
                    state,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(IMSI),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.of(1),
                    OptionalInt.of(-70),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(last),
                    false);
        }

        @Override
        public CompletionStage<UssdReply> ussd(String code) {
            return CompletableFuture.failedStage(new UnsupportedOperationException(code));
        }

        @Override
        public CompletionStage<Void> cancelUssd() {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> reset(ResetKind kind) {
            return CompletableFuture.completedStage(null);
        }
    }
}
