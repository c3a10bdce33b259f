package io.polygator.gateway;

import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;

/** Why an outbound message may change: what its timeline cannot learn from the message before and after. */
sealed interface Cause {

    /** A channel was chosen for a segment; the reason is in words. */
    record HandOver(int sequence, String reason) implements Cause {}

    /** That a segment was handed over could not be stored for certain, so it was not. */
    record NotHandedOver(int sequence) implements Cause {}

    /** What came of a hand-over; see {@link io.polygator.gateway.store.StoredSegment#handOvers()}. */
    record Answer(int sequence, int handOver, SendOutcome outcome) implements Cause {}

    /** The network told what became of a segment. */
    record Report(int sequence, SmsStatusReport report) implements Cause {}

    /** The last reference that a SIM has used tells about the segment that was handed to it last. */
    record SimRecord(int sequence, int handOver, MessageReference last) implements Cause {}

    /** A moment came at which the gateway decides by itself. */
    record TimeUp() implements Cause {}

    /** The process that was sending it has ended. */
    record Interruption() implements Cause {}

    /** Somebody takes it back. */
    record Cancellation() implements Cause {}

    /** Somebody gives it another body. */
    record Replacement() implements Cause {}
}
