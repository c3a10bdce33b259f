package io.polygator.smpp.session;

import io.polygator.smpp.esme.BindRules;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.Delivery.Receipt;
import io.polygator.smpp.esme.DeliveryFailedException;
import io.polygator.smpp.esme.DeliveryRules;
import io.polygator.smpp.session.Job.Pair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What the sessions of one account share: how many there are, which deliveries wait, how many submissions are
 * unanswered. Thread-safe; what it decides under its lock is carried out behind it.
 */
final class Account {
    private final String name;

    private final Deque<Job> queue = new ArrayDeque<>();
    private final List<Receiver> receivers = new ArrayList<>();
    private final Map<Pair, Pin> pins = new HashMap<>();
    private final SubmitBarrier barrier = new SubmitBarrier();
    private int binds;
    private int unanswered;
    private int queueLimit = 1;

    /** The receiver that has deliveries of a pair, so that it gets the next ones too. */
    private static final class Pin {
        private final Receiver receiver;
        private int jobs;

        private Pin(Receiver receiver) {
            this.receiver = receiver;
        }
    }

    Account(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Takes one of the sessions that the account may have. */
    synchronized boolean takeBind(BindRules rules) {
        if (binds >= rules.most()) {
            return false;
        }
        binds++;
        return true;
    }

    /** Gives the session back. */
    synchronized void releaseBind() {
        binds--;
    }

    // Submissions.

    /** Takes one of the unanswered submissions that the account may have; its ticket, or nothing if it has too many. */
    synchronized OptionalLong openSubmit(int most) {
        if (unanswered >= most) {
            return OptionalLong.empty();
        }
        unanswered++;
        return OptionalLong.of(barrier.open());
    }

    /** How many submissions are unanswered. */
    synchronized int unanswered() {
        return unanswered;
    }

    /** The response with the id has left. */
    void submitTold(long ticket, String id) {
        carryOut(afterSubmit(() -> barrier.told(ticket, id)));
    }

    /** A submission that is about to be refused had this id: nobody is told of it. */
    synchronized void submitRefused(String id) {
        barrier.refused(id);
    }

    /** The submission was refused, or its session is gone. */
    void submitClosed(long ticket) {
        carryOut(afterSubmit(() -> barrier.close(ticket)));
    }

    private interface Releasing {
        List<Job> release();
    }

    private synchronized List<Runnable> afterSubmit(Releasing releasing) {
        unanswered--;
        List<Runnable> decided = new ArrayList<>();
        List<Job> released = new ArrayList<>();
        for (Job job : releasing.release()) {
            if (barrier.swallows(job.delivery())) {
                decided.add(job::acknowledged);
            } else {
                released.add(job);
            }
        }
        if (!released.isEmpty()) {
            decided.addAll(offered(released));
        }
        return decided;
    }

    private List<Runnable> offered(List<Job> released) {
        if (receivers.isEmpty()) {
            return notBound(released);
        }
        queue.addAll(released);
        return dispatch();
    }

    // Deliveries.

    CompletableFuture<Void> deliver(Delivery delivery) {
        Job job = new Job(delivery);
        carryOut(accept(job));
        return job.outcome();
    }

    private synchronized List<Runnable> accept(Job job) {
        if (barrier.swallows(job.delivery())) {
            return List.of(job::acknowledged);
        }
        if (receivers.isEmpty()) {
            return notBound(List.of(job));
        }
        int waiting = queue.size() + barrier.held();
        if (waiting >= queueLimit) {
            return List.of(() -> job.failed(new DeliveryFailedException.QueueFull(name, waiting)));
        }
        if (job.delivery() instanceof Receipt receipt && barrier.holds(receipt)) {
            barrier.hold(job, receipt);
            return List.of();
        }
        queue.add(job);
        return dispatch();
    }

    private List<Runnable> notBound(List<Job> jobs) {
        return jobs.stream()
                .<Runnable>map(job -> () -> job.failed(new DeliveryFailedException.NotBound(name)))
                .toList();
    }

    void attach(Receiver receiver, DeliveryRules rules) {
        carryOut(attached(receiver, rules));
    }

    private synchronized List<Runnable> attached(Receiver receiver, DeliveryRules rules) {
        queueLimit = rules.queue();
        receivers.add(receiver);
        return dispatch();
    }

    /** The receiver gets nothing any more; the last one to go takes all hope of those that wait. */
    void detach(Receiver receiver) {
        carryOut(detached(receiver));
    }

    private synchronized List<Runnable> detached(Receiver receiver) {
        if (!receivers.remove(receiver)) {
            return List.of();
        }
        pins.values().removeIf(pin -> pin.receiver == receiver);
        if (!receivers.isEmpty()) {
            return dispatch();
        }
        List<Job> abandoned = new ArrayList<>(queue);
        abandoned.addAll(barrier.abandon());
        queue.clear();
        return notBound(abandoned);
    }

    /** The job turned out to be so many more deliver_sm than the one that was reckoned with. */
    synchronized void grew(Receiver receiver, int more) {
        receiver.busy += more;
    }

    /** So many deliver_sm of the receiver are settled. */
    void freed(Receiver receiver, int count) {
        carryOut(afterFreed(receiver, count));
    }

    private synchronized List<Runnable> afterFreed(Receiver receiver, int count) {
        receiver.busy -= count;
        return dispatch();
    }

    /** The job is settled: its pair may go elsewhere. */
    synchronized void settled(Receiver receiver, Job job) {
        Pin pin = pins.get(job.pair());
        if (pin != null && pin.receiver == receiver && --pin.jobs == 0) {
            pins.remove(job.pair());
        }
    }

    /** The receiver could not send these, in their order; they go first elsewhere. */
    void giveBack(List<Job> jobs) {
        carryOut(givenBack(jobs));
    }

    private synchronized List<Runnable> givenBack(List<Job> jobs) {
        if (receivers.isEmpty()) {
            return notBound(jobs);
        }
        for (int i = jobs.size() - 1; i >= 0; i--) {
            queue.addFirst(jobs.get(i));
        }
        return dispatch();
    }

    void reading(Receiver receiver, boolean reading) {
        carryOut(afterReading(receiver, reading));
    }

    private synchronized List<Runnable> afterReading(Receiver receiver, boolean reading) {
        receiver.reading = reading;
        return reading ? dispatch() : List.of();
    }

    /** Assigns what can go: in order, a pair to one receiver at a time, otherwise to the one with most room. */
    private List<Runnable> dispatch() {
        List<Runnable> assignments = new ArrayList<>();
        Set<Pair> blocked = new HashSet<>();
        for (Iterator<Job> each = queue.iterator(); each.hasNext() && hasRoom(); ) {
            Job job = each.next();
            Pair pair = job.pair();
            Receiver receiver = receiverFor(pair);
            if (receiver.free() == 0 || blocked.contains(pair)) {
                blocked.add(pair);
                continue;
            }
            each.remove();
            receiver.busy++;
            pins.computeIfAbsent(pair, unpinned -> new Pin(receiver)).jobs++;
            assignments.add(() -> receiver.window().offer(job));
        }
        return assignments;
    }

    private boolean hasRoom() {
        for (Receiver receiver : receivers) {
            if (receiver.free() > 0) {
                return true;
            }
        }
        return false;
    }

    private Receiver receiverFor(Pair pair) {
        Pin pin = pins.get(pair);
        return pin != null
                ? pin.receiver
                : receivers.stream()
                        .max(Comparator.comparingInt(Receiver::free))
                        .orElseThrow();
    }

    private static void carryOut(List<Runnable> decided) {
        decided.forEach(Runnable::run);
    }
}
