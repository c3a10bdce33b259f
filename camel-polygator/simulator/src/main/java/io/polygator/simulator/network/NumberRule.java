package io.polygator.simulator.network;

import io.polygator.gsm.sms.tpdu.SmsAddress;

/** What becomes of messages to numbers that no virtual SIM has. */
@FunctionalInterface
public interface NumberRule {

    /** The fate of a message to this number. */
    Fate fateOf(SmsAddress destination);

    /** Every message arrives. */
    static NumberRule everybodyAnswers() {
        return destination -> Fate.DELIVERED;
    }

    /** What becomes of a message. */
    enum Fate {
        /** It arrives, and a report about that comes when one was asked for. */
        DELIVERED(0x00),
        /** The service centre hands it on and cannot tell whether it arrives: the report says so. */
        HANDED_ON(0x01),
        /** The service centre puts a later message in its place. */
        REPLACED(0x02),
        /** The phone rejects it. */
        REJECTED(0x42),
        /** The number is not in use: a report about failure comes. */
        UNOBTAINABLE(0x43),
        /** The phone stays off until the validity period has passed. */
        EXPIRED(0x46),
        /** The service centre deletes it. */
        DELETED(0x48),
        /** The service centre knows no such message. */
        FORGOTTEN(0x49);

        private final int status;

        Fate(int status) {
            this.status = status;
        }

        /** TP-ST of the report (3GPP TS 23.040 §9.2.3.15). */
        int status() {
            return status;
        }
    }
}
