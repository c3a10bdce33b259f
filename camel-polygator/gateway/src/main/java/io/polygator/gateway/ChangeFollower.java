package io.polygator.gateway;

import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.store.AddressedEvent;
import io.polygator.gateway.store.BudgetBooking;
import io.polygator.gateway.store.StoredMessage;
import java.util.List;
import java.util.Optional;

/** Takes the news about messages to those whom they concern. Gateway loop only. */
record ChangeFollower(
        EventHub hub, AnswerWaiters waiters, Deadlines deadlines, Dispatcher dispatcher, ChannelPool channels)
        implements MessageJournal.Follower {

    @Override
    public void stands(StoredMessage message) {
        waiters.seen(message);
        deadlines.note(message.actBy());
        boolean mayHaveReleasedOthers = message.request().together().isPresent() && message.answered();
        if (message.dueAt().isPresent() || mayHaveReleasedOthers) {
            dispatcher.wake();
        }
    }

    @Override
    public void told(List<AddressedEvent> events) {
        hub.committed(events);
    }

    @Override
    public void mayHaveTold() {
        hub.mayHaveBeenCommitted();
    }

    @Override
    public void booked(List<BudgetBooking> bookings) {
        bookings.forEach(this::book);
    }

    private void book(BudgetBooking booking) {
        channels.all().stream()
                .filter(channel -> channel.imsi().equals(Optional.of(booking.imsi())))
                .forEach(channel -> book(channel, booking));
    }

    private static void book(GsmChannel channel, BudgetBooking booking) {
        if (booking.segments() > 0) {
            channel.spend(booking.recipient(), booking.at());
        } else {
            channel.giveBack(booking.at());
        }
    }
}
