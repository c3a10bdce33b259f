package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtArguments;
import io.polygator.gsm.at.AtReply;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One entry of the SIM's storage as AT+CMGL and AT+CMGR print it (3GPP TS 27.005 §4.1, §4.2).
 *
 * @param index where it is stored
 * @param outgoing whether it is a draft or a copy of something sent, which nobody is to be told of
 * @param length of the TPDU in octets, when it was printed
 * @param pdu the line of digits; empty when the entry holds nothing
 */
record StoredMessage(int index, boolean outgoing, OptionalInt length, String pdu) {
    private static final String LISTED = "+CMGL:";
    private static final String READ = "+CMGR:";

    /** The entries of an AT+CMGL. A header without a PDU is an entry that could not be read. */
    static List<StoredMessage> listed(AtReply reply) {
        List<StoredMessage> messages = new ArrayList<>();
        List<String> lines = Answers.information(reply);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(LISTED)) {
                AtArguments header = AtArguments.parse(lines.get(i).substring(LISTED.length()));
                String pdu = pduAfter(lines, i, LISTED);
                header.number(0).ifPresent(index -> messages.add(of(index, header, 1, pdu)));
            }
        }
        return List.copyOf(messages);
    }

    /** The entry of an AT+CMGR; nothing when the slot is empty, which modules say in three ways. */
    static List<StoredMessage> read(int index, AtReply reply) {
        List<String> lines = Answers.information(reply);
        if (!Answers.isOk(reply) || lines.isEmpty() || !lines.get(0).startsWith(READ)) {
            return List.of();
        }
        AtArguments header = AtArguments.parse(lines.get(0).substring(READ.length()));
        StoredMessage message = of(index, header, 0, pduAfter(lines, 0, READ));
        return message.pdu.isEmpty() ? List.of() : List.of(message);
    }

    private static StoredMessage of(int index, AtArguments header, int statusField, String pdu) {
        String status = header.text(statusField).orElse("");
        boolean outgoing = status.equals("2") || status.equals("3") || status.startsWith("STO");
        return new StoredMessage(index, outgoing, header.number(header.size() - 1), pdu);
    }

    private static String pduAfter(List<String> lines, int header, String prefix) {
        boolean present = header + 1 < lines.size() && !lines.get(header + 1).startsWith(prefix);
        return present ? lines.get(header + 1).trim() : "";
    }
}
