package io.polygator.smpp.session;

import io.netty.util.concurrent.Future;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.DeliveryFailedException;
import io.polygator.smpp.esme.DeliveryFailedException.Postponed;
import io.polygator.smpp.esme.DeliveryFailedException.Refused;
import io.polygator.smpp.esme.DeliveryFailedException.Rejected;
import io.polygator.smpp.esme.DeliveryFailedException.Unanswered;
import io.polygator.smpp.esme.DeliveryRules;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.message.DeliveryWriter;
import io.polygator.smpp.wire.DeliverSm;
import io.polygator.smpp.wire.PduComposer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The deliver_sm of one session: out and unacknowledged, or waiting to go out. Loop only, except {@link #offer}. */
final class OutboundWindow {
    private static final int REFERENCES = 256;

    private final Connection connection;
    private final Sequence sequence;
    private final Account account;
    private final InterfaceVersion version;
    private final DeliveryRules rules;
    private final Duration timeout;
    private final Runnable onSettled;
    private final Receiver receiver;

    /** By sequence_number, oldest first. */
    private final Map<Integer, Part> unacknowledged = new LinkedHashMap<>();

    private final Deque<Part> unsent = new ArrayDeque<>();
    private boolean closed;
    private int reference;
    private long sent;
    private long acknowledged;

    /** One deliver_sm of a job. */
    private static final class Part {
        private final Work work;
        private final DeliverSm pdu;
        private @Nullable Future<?> timer;

        private Part(Work work, DeliverSm pdu) {
            this.work = work;
            this.pdu = pdu;
        }

        private void stopTimer() {
            if (timer != null) {
                timer.cancel(false);
            }
        }
    }

    /** A job and how much of it is still to be acknowledged. */
    private static final class Work {
        private final Job job;
        private int remaining;
        private boolean begun;
        private boolean over;

        private Work(Job job, int parts) {
            this.job = job;
            this.remaining = parts;
        }
    }

    /**
     * A window with nothing in it.
     *
     * @param onSettled runs whenever something has left the window
     */
    OutboundWindow(
            Connection connection,
            Sequence sequence,
            Account account,
            InterfaceVersion version,
            DeliveryRules rules,
            Duration timeout,
            Runnable onSettled) {
        this.connection = connection;
        this.sequence = sequence;
        this.account = account;
        this.version = version;
        this.rules = rules;
        this.timeout = timeout;
        this.onSettled = onSettled;
        this.receiver = new Receiver(this, rules.window());
    }

    Receiver receiver() {
        return receiver;
    }

    boolean isEmpty() {
        return unacknowledged.isEmpty() && unsent.isEmpty();
    }

    int unacknowledged() {
        return unacknowledged.size();
    }

    long sent() {
        return sent;
    }

    long acknowledged() {
        return acknowledged;
    }

    /** Takes a job that the account has assigned. Any thread. */
    void offer(Job job) {
        connection.later(() -> take(job));
    }

    private void take(Job job) {
        if (closed) {
            account.giveBack(List.of(job));
            return;
        }
        List<DeliverSm> pdus;
        try {
            pdus = new DeliveryWriter(version, rules, nextReference()).write(job.delivery());
        } catch (IllegalArgumentException tooLong) {
            account.settled(receiver, job);
            job.failed(new Rejected(CommandStatus.RINVMSGLEN));
            account.freed(receiver, 1);
            return;
        }
        account.grew(receiver, pdus.size() - 1);
        Work work = new Work(job, pdus.size());
        pdus.forEach(pdu -> unsent.add(new Part(work, pdu)));
        pump();
    }

    private ConcatReference nextReference() {
        reference = (reference + 1) % REFERENCES;
        return ConcatReference.ofEightBits(reference);
    }

    /** Sends what the window has room for, as long as the peer reads. */
    void pump() {
        while (!closed && !unsent.isEmpty() && unacknowledged.size() < rules.window() && connection.isWritable()) {
            Part part = unsent.remove();
            int number = sequence.next();
            part.work.begun = true;
            part.timer = connection.schedule(timeout, () -> expire(number));
            unacknowledged.put(number, part);
            sent++;
            connection.send(PduComposer.deliverSm(number, part.pdu));
        }
    }

    private void expire(int number) {
        Part part = unacknowledged.remove(number);
        if (part != null) {
            settle(part, new Unanswered("the ESME did not answer within " + timeout));
        }
    }

    /** A response came; whether it was to something of this window. */
    boolean answered(int number, CommandStatus status) {
        Part part = unacknowledged.remove(number);
        if (part == null) {
            return false;
        }
        part.stopTimer();
        if (status.isOk()) {
            acknowledged++;
            settle(part, null);
        } else {
            settle(part, failureOf(status));
        }
        return true;
    }

    private static DeliveryFailedException failureOf(CommandStatus status) {
        if (status.isTemporary()) {
            return new Postponed(status);
        }
        boolean forGood = status.equals(CommandStatus.RX_R_APPN) || status.equals(CommandStatus.RX_P_APPN);
        return forGood ? new Rejected(status) : new Refused(status);
    }

    private void settle(Part part, @Nullable DeliveryFailedException failure) {
        Work work = part.work;
        int freed = 1;
        work.remaining--;
        if (failure != null && !work.over) {
            int before = unsent.size();
            unsent.removeIf(other -> other.work == work);
            freed += before - unsent.size();
            work.over = true;
            account.settled(receiver, work.job);
            work.job.failed(failure);
        } else if (work.remaining == 0 && !work.over) {
            work.over = true;
            account.settled(receiver, work.job);
            work.job.acknowledged();
        }
        pump();
        account.freed(receiver, freed);
        onSettled.run();
    }

    /** Takes no more jobs; what the peer has not been sent goes elsewhere. */
    void stop() {
        account.detach(receiver);
        List<Job> untouched = unsent.stream()
                .map(part -> part.work)
                .filter(work -> !work.begun)
                .map(work -> work.job)
                .distinct()
                .toList();
        unsent.removeIf(part -> !part.work.begun);
        account.giveBack(untouched);
    }

    /** The session is over: nobody will acknowledge what is out. */
    void close() {
        if (closed) {
            return;
        }
        stop();
        closed = true;
        unacknowledged.values().forEach(Part::stopTimer);
        List<Part> lost = new ArrayList<>(unacknowledged.values());
        lost.addAll(unsent);
        unacknowledged.clear();
        unsent.clear();
        for (Part part : lost) {
            if (!part.work.over) {
                part.work.over = true;
                part.work.job.failed(new Unanswered("the session ended before the ESME answered"));
            }
        }
    }
}
