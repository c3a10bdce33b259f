package io.polygator.http.kannel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a sendsms request asks for, checked. Prints without numbers and texts.
 *
 * @param recipients each once, as written
 * @param denied recipients that are no numbers; they are left out
 * @param from the sender as written
 * @param content what each recipient gets
 * @param smsc the channel, gateway or group that shall send
 * @param dlr what is to be told, and where
 * @param validity how long it is worth sending; whole minutes
 * @param deferred how long it must wait; whole minutes
 * @param priority 0 (usual) to 3
 * @param protocolIdentifier TP-PID, 0 to 255
 * @param replyPath TP-RP
 */
public record SendSms(
        List<String> recipients,
        List<String> denied,
        Optional<String> from,
        SmsContent content,
        Optional<String> smsc,
        DlrMemo dlr,
        Optional<Duration> validity,
        Optional<Duration> deferred,
        int priority,
        int protocolIdentifier,
        boolean replyPath) {

    public SendSms {
        recipients = List.copyOf(recipients);
        denied = List.copyOf(denied);
    }

    @Override
    public String toString() {
        return "SendSms[" + recipients.size() + " recipients, " + content + "]";
    }
}
