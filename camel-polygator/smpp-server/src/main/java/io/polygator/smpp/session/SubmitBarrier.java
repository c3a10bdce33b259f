package io.polygator.smpp.session;

import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.Delivery.Receipt;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Keeps receipts behind the responses of their submissions. The engine may report on a message before we have told the
 * ESME its id, so a receipt whose id is not known to be told waits for every response that was due when it came. Of what
 * was refused the ESME has no id, and gets no receipt.
 * Guarded by its account.
 */
final class SubmitBarrier {
    private static final int REMEMBERED = 10_000;

    private final TreeSet<Long> due = new TreeSet<>();
    private final List<Held> held = new ArrayList<>();
    /** Whether the ESME has the id, of those that it may have or not. */
    private final Map<String, Boolean> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private long next;

    private record Held(Job job, String id, long lastDue) {}

    /** A submission came in; its response is due. */
    long open() {
        due.add(next);
        return next++;
    }

    /** Keeps the receipt until every response that is due now has left. */
    void hold(Job job, Receipt receipt) {
        held.add(new Held(job, receipt.id().text(), next - 1));
    }

    int held() {
        return held.size();
    }

    boolean holds(Receipt receipt) {
        return !due.isEmpty() && !told.containsKey(receipt.id().text());
    }

    /** The response with the id has left; gives the receipts that waited for it. */
    List<Job> told(long ticket, String id) {
        told.put(id, Boolean.TRUE);
        return close(ticket);
    }

    /** A submission that had this id already is refused. */
    void refused(String id) {
        told.put(id, Boolean.FALSE);
    }

    /** Whether it is about something that the ESME was told is refused. */
    boolean swallows(Delivery delivery) {
        return delivery instanceof Receipt receipt
                && Boolean.FALSE.equals(told.get(receipt.id().text()));
    }

    /** The submission gets no id, or nobody will hear it; gives the receipts that waited for it. */
    List<Job> close(long ticket) {
        due.remove(ticket);
        List<Job> released = new ArrayList<>();
        for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
            Held one = each.next();
            if (told.containsKey(one.id()) || due.isEmpty() || due.first() > one.lastDue()) {
                released.add(one.job());
                each.remove();
            }
        }
        return released;
    }

    /** Gives up everything that waits. */
    List<Job> abandon() {
        List<Job> jobs = held.stream().map(Held::job).toList();
        held.clear();
        return jobs;
    }
}
