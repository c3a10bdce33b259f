package io.polygator.gateway.channel;

import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.modem.ReceivedTpdu;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.modem.UssdReply;
import java.util.concurrent.CompletionStage;

/** Hears what happens on channels. Called on the gateway's loop. */
public interface ChannelListener {
    /** The channel's state is another than before. */
    void onState(GsmChannel channel, State before);

    /**
     * A SIM came up that was not seen before, or came up anew. The channel sends nothing until the listener has called
     * {@link GsmChannel#admit}.
     */
    void onSession(GsmChannel channel, SimSession session);

    /** The channel can send again, though its state is the same. */
    void onFree(GsmChannel channel);

    /** Something came in; see {@link io.polygator.gsm.modem.ModemListener#onReceived} for what the stage means. */
    CompletionStage<Void> onReceived(GsmChannel channel, ReceivedTpdu received);

    /** The outcome of an earlier send, which had been unconfirmed, became known. */
    void onLateOutcome(GsmChannel channel, String token, SendOutcome outcome);

    void onUssd(GsmChannel channel, UssdReply reply);

    void onCall(GsmChannel channel, CallEvent call);
}
