package io.polygator.gateway;

import io.polygator.gateway.channel.ChannelListener;
import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.channel.SimSession;
import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.store.Sighting.Way;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.modem.ReceivedTpdu;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.transport.Loop;
import java.util.concurrent.CompletionStage;

/** Takes what happens on the channels to those whom it concerns. Gateway loop only. */
final class ChannelEvents implements ChannelListener {
    private final EventHub hub;
    private final Dispatcher dispatcher;
    private final SegmentSender sender;
    private final ReportDesk reports;
    private final InboundDesk inbound;
    private final Admissions admissions;
    private final UssdDesk ussd;
    private final RingingCalls calls;
    private final Loop loop;

    ChannelEvents(
            EventHub hub,
            Dispatcher dispatcher,
            SegmentSender sender,
            ReportDesk reports,
            InboundDesk inbound,
            Admissions admissions,
            UssdDesk ussd,
            RingingCalls calls,
            Loop loop) {
        this.hub = hub;
        this.dispatcher = dispatcher;
        this.sender = sender;
        this.reports = reports;
        this.inbound = inbound;
        this.admissions = admissions;
        this.ussd = ussd;
        this.calls = calls;
        this.loop = loop;
    }

    @Override
    public void onState(GsmChannel channel, State before) {
        hub.announce(new GatewayEvent.ChannelChanged(channel.name(), before, channel.status(), loop.instant()));
        dispatcher.wake();
    }

    @Override
    public void onSession(GsmChannel channel, SimSession session) {
        admissions.consider(channel, session);
    }

    @Override
    public void onFree(GsmChannel channel) {
        dispatcher.wake();
    }

    @Override
    public CompletionStage<Void> onReceived(GsmChannel channel, ReceivedTpdu received) {
        return received.tpdu().orElse(null) instanceof SmsStatusReport report
                ? reports.receive(channel, received.imsi(), report, received.at())
                : inbound.receive(channel, received);
    }

    @Override
    public void onLateOutcome(GsmChannel channel, String token, SendOutcome outcome) {
        SendToken.parse(token).ifPresent(parsed -> sender.settleLate(parsed, outcome));
    }

    @Override
    public void onUssd(GsmChannel channel, UssdReply reply) {
        ussd.unasked(channel);
        hub.announce(new GatewayEvent.Ussd(channel.name(), reply, loop.instant()));
    }

    @Override
    public void onCall(GsmChannel channel, CallEvent call) {
        if (!calls.isKnown(channel.name(), Way.AIR, call)) {
            hub.announce(new GatewayEvent.Call(channel.name(), call));
        }
    }
}
