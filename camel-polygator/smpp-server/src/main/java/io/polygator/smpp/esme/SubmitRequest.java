package io.polygator.smpp.esme;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.util.Optional;

/**
 * submit_sm or data_sm, checked and decoded.
 *
 * @param source as the ESME wrote it, possibly empty
 * @param originator the source for the phone network; nothing when it is empty or the network has no such address
 * @param destination as the ESME wrote it
 * @param recipient the destination for the phone network
 */
public record SubmitRequest(
        EsmeAddress source,
        Optional<SmsAddress> originator,
        EsmeAddress destination,
        SmsAddress recipient,
        SubmitBody body,
        SubmitOptions options) {}
