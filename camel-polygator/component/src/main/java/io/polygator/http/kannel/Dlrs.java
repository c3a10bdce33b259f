package io.polygator.http.kannel;

import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gateway.message.MessageState;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.gsm.sms.tpdu.DeliveryStatus.Category;
import java.util.Optional;

/** Our delivery reports in Kannel's five words. Pure functions. */
public final class Dlrs {
    private Dlrs() {}

    /**
     * What Kannel would tell; empty when it would tell nothing.
     *
     * @param reportRequested whether the network was to report
     * @param reported the TP-ST of the network's report, if one has come
     */
    public static Optional<Dlr> of(
            MessageState state, Finality finality, boolean reportRequested, Optional<DeliveryStatus> reported) {
        if (finality == Finality.LATE) {
            return Optional.empty();
        }
        boolean ends = finality == Finality.FINAL;
        return switch (state) {
            // with a report requested, the end in this state means that none came: nothing new
            case ACCEPTED -> ends && reportRequested ? Optional.empty() : Optional.of(onItsWay(reported));
            case DELIVERED -> Optional.of(Dlr.DELIVERED);
            case FAILED, EXPIRED -> Optional.of(reported.isPresent() ? Dlr.FAILED : Dlr.REJECTED);
            case CANCELLED -> Optional.of(Dlr.REJECTED);
            // nobody knows: "failed" would make clients send it twice
            case UNCONFIRMED -> ends ? Optional.of(Dlr.BUFFERED) : Optional.empty();
            case QUEUED, SENDING -> Optional.empty();
        };
    }

    private static Dlr onItsWay(Optional<DeliveryStatus> reported) {
        return reported.filter(status -> status.category() == Category.PENDING).isPresent()
                ? Dlr.BUFFERED
                : Dlr.ACCEPTED;
    }
}
