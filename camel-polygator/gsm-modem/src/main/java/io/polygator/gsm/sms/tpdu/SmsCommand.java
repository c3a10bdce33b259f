package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;

/**
 * SMS-COMMAND, an order to the service centre about an earlier SUBMIT (3GPP TS 23.040 §9.2.2.4).
 *
 * @param statusReportRequested TP-SRR
 * @param reference TP-MR of this command
 * @param commandType TP-CT, 0 to 255; see the constants
 * @param messageNumber TP-MN, the reference of the message it is about
 * @param destination TP-DA of that message
 * @param commandData TP-CD, at most 157 octets
 */
public record SmsCommand(
        boolean statusReportRequested,
        MessageReference reference,
        ProtocolIdentifier protocolIdentifier,
        int commandType,
        MessageReference messageNumber,
        SmsAddress destination,
        Octets commandData)
        implements Tpdu {
    /** Asks for the status of the message (§9.2.3.19). */
    public static final int ENQUIRY = 0;
    /** Cancels the status report of the message. */
    public static final int CANCEL_STATUS_REPORT = 1;
    /** Deletes the message. */
    public static final int DELETE = 2;
    /** Asks for a status report about the message. */
    public static final int ENABLE_STATUS_REPORT = 3;

    static final int MOST_DATA = 157;

    public SmsCommand {
        if (commandType < 0 || commandType > 255) {
            throw new IllegalArgumentException("TP-CT must be 0..255, was " + commandType);
        }
        if (commandData.length() > MOST_DATA) {
            throw new IllegalArgumentException(
                    "TP-CD must be at most " + MOST_DATA + " octets, was " + commandData.length());
        }
    }
}
