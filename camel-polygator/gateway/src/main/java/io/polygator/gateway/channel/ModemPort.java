package io.polygator.gateway.channel;

import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.modem.ResetKind;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import java.util.concurrent.CompletionStage;

/**
 * What a channel needs of its modem. Methods return at once and may be called from any thread; stages complete on any
 * thread. See {@link io.polygator.gsm.modem.Modem} for their meaning.
 */
public interface ModemPort {
    void start();

    CompletionStage<Void> stop();

    ModemStatus status();

    CompletionStage<SendOutcome> send(String token, SmsSubmit submit);

    CompletionStage<UssdReply> ussd(String code);

    CompletionStage<Void> cancelUssd();

    void offerAgain();

    CompletionStage<Void> reset(ResetKind kind);
}
