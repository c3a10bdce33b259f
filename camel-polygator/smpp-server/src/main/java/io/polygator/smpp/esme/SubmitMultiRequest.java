package io.polygator.smpp.esme;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import java.util.List;
import java.util.Optional;

/**
 * submit_multi, checked and decoded. Destinations that no message can go to have been taken out: the server answers
 * for them.
 *
 * @param source as the ESME wrote it, possibly empty
 * @param originator the source for the phone network; nothing when it is empty or the network has no such address
 * @param destinations at least one, at most 255
 */
public record SubmitMultiRequest(
        EsmeAddress source,
        Optional<SmsAddress> originator,
        List<Destination> destinations,
        SubmitBody body,
        SubmitOptions options) {

    /** One recipient, as the ESME wrote it and for the phone network. */
    public record Destination(EsmeAddress address, SmsAddress recipient) {}

    public SubmitMultiRequest {
        destinations = List.copyOf(destinations);
    }

    /** What one destination gets. */
    public SubmitRequest to(Destination destination) {
        return new SubmitRequest(source, originator, destination.address(), destination.recipient(), body, options);
    }
}
