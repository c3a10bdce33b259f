package io.polygator.gateway.store;

import io.polygator.gateway.message.MessageId;
import io.polygator.gsm.sms.tpdu.SmsAddress;

/** A segment that left the gateway. */
public record SentSegment(MessageId message, SmsAddress recipient, Placement placement, StoredSegment segment) {}
