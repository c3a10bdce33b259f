package io.polygator.simulator.network;

import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.simulator.fault.Fault;
import java.util.Optional;

/** A message that the service centre has taken on, and what shall go wrong with the report about it. */
record Submission(
        SimCard sender,
        MessageReference reference,
        SmsSubmit submit,
        ServiceCentreTimestamp accepted,
        Optional<Fault> reportFault) {}
