package io.polygator.gsm.modem;

import static io.polygator.gsm.modem.ErrorMeaning.ALREADY_SENT;
import static io.polygator.gsm.modem.ErrorMeaning.MODULE;
import static io.polygator.gsm.modem.ErrorMeaning.PERMANENT;
import static io.polygator.gsm.modem.ErrorMeaning.SIM;
import static io.polygator.gsm.modem.ErrorMeaning.TEMPORARY;
import static io.polygator.gsm.modem.ErrorMeaning.UNCONFIRMED;

import java.util.List;

/**
 * What the numbers of +CMS ERROR and +CME ERROR mean for a message that was being sent: 0 to 127 are RP-causes (3GPP
 * TS 24.011 §8.2.5.4), 128 to 255 TP-FCS (TS 23.040 §9.2.3.22), 300 to 511 the module's (TS 27.005 §3.2.5), from 512
 * on each vendor's own, read here as most vendors do; CME numbers are of TS 27.007 §9.2.
 */
final class SendErrors {

    /** The meaning of the codes from first to last. */
    record Row(int first, int last, ErrorMeaning meaning, String description) {}

    private static final String OUR_FAULT = "the module rejects the form of the PDU; this is a fault of the driver,"
            + " report it with the trace of the channel";

    private static final List<Row> CMS = List.of(
            row(1, PERMANENT, "unassigned number"),
            row(8, SIM, "barred by the operator: check credit and barring of the SIM"),
            row(10, SIM, "short messages are barred on this SIM"),
            row(17, TEMPORARY, "network failure"),
            row(21, TEMPORARY, "message rejected: spam filter, no credit, or a wrong `smsc`"),
            row(22, TEMPORARY, "congestion"),
            row(27, TEMPORARY, "destination out of order"),
            row(28, SIM, "the network does not know this SIM, or `smsc` is wrong"),
            row(29, SIM, "the SIM may not send: not subscribed, or no credit"),
            row(30, PERMANENT, "unknown subscriber"),
            row(38, TEMPORARY, "network out of order; with some operators: no credit, or a wrong `smsc`"),
            row(41, TEMPORARY, "temporary failure"),
            row(42, TEMPORARY, "congestion"),
            row(47, TEMPORARY, "no resources"),
            row(50, SIM, "the SIM is not subscribed to this"),
            row(69, PERMANENT, "not implemented by the network"),
            row(81, MODULE, "invalid reference value"),
            row(95, 99, PERMANENT, "protocol error: the network rejects the PDU"),
            row(111, PERMANENT, "protocol error, unspecified"),
            row(127, TEMPORARY, "interworking failure"),
            row(128, 143, PERMANENT, "protocol identifier not supported"),
            row(144, 159, PERMANENT, "alphabet or class not supported"),
            row(160, 175, PERMANENT, "command refused"),
            row(176, PERMANENT, "TPDU not supported"),
            row(192, TEMPORARY, "service centre busy"),
            row(193, SIM, "no subscription at the service centre"),
            row(194, TEMPORARY, "service centre failure"),
            row(195, PERMANENT, "the destination number is invalid"),
            row(196, PERMANENT, "the destination is barred"),
            row(197, ALREADY_SENT, "duplicate: the service centre has this message already"),
            row(198, 199, PERMANENT, "validity period not supported"),
            row(208, MODULE, "SIM storage full"),
            row(209, MODULE, "no message storage on the SIM"),
            row(210, 211, MODULE, "the module has no room, or an error inside"),
            row(212, TEMPORARY, "SIM toolkit busy"),
            row(213, MODULE, "SIM data download error"),
            row(224, 254, TEMPORARY, "error of the operator's own"),
            row(255, TEMPORARY, "unspecified failure"),
            row(300, MODULE, "module failure"),
            row(301, MODULE, "message service reserved by somebody else"),
            row(302, MODULE, "not allowed in the module's present state"),
            row(303, 305, PERMANENT, OUR_FAULT),
            row(310, SIM, "SIM not inserted"),
            row(311, 312, SIM, "the SIM asks for its PIN: set `pin`"),
            row(313, SIM, "SIM failure"),
            row(314, TEMPORARY, "SIM busy"),
            row(315, SIM, "wrong SIM"),
            row(316, SIM, "the SIM asks for its PUK: unlock it in a telephone"),
            row(317, SIM, "the SIM asks for PIN2"),
            row(318, SIM, "the SIM asks for PUK2"),
            row(320, 321, MODULE, "memory failure"),
            row(322, MODULE, "memory full"),
            row(330, SIM, "service centre unknown: set `smsc`"),
            row(331, TEMPORARY, "no network"),
            row(332, UNCONFIRMED, "network time-out"),
            row(340, TEMPORARY, "no acknowledgement expected"),
            row(500, UNCONFIRMED, "unknown error; with some operators: no credit"),
            row(512, TEMPORARY, "SIM not ready"),
            row(513, UNCONFIRMED, "lower layer failure"),
            row(514, TEMPORARY, "error of the vendor's own"),
            row(515, TEMPORARY, "module busy, or packet service busy"),
            row(517, TEMPORARY, "message service not ready"),
            row(528, 534, PERMANENT, OUR_FAULT),
            row(536, PERMANENT, OUR_FAULT),
            row(537, 540, PERMANENT, "a field of the message is not supported by the module"));

    private static final List<Row> CME = List.of(
            row(5, 7, SIM, "the SIM is locked to another telephone"),
            row(10, SIM, "SIM not inserted"),
            row(11, SIM, "the SIM asks for its PIN: set `pin`"),
            row(12, SIM, "the SIM asks for its PUK: unlock it in a telephone"),
            row(13, SIM, "SIM failure"),
            row(14, TEMPORARY, "SIM busy"),
            row(15, 18, SIM, "the SIM is wrong or locked"),
            row(24, 27, PERMANENT, OUR_FAULT),
            row(30, TEMPORARY, "no network"),
            row(31, UNCONFIRMED, "network time-out"),
            row(32, SIM, "emergency calls only: check the SIM"),
            row(40, 48, SIM, "the module is locked to other SIMs"),
            row(103, SIM, "the network bars this SIM"),
            row(106, SIM, "the network bars this module"),
            row(111, SIM, "the network does not allow this SIM"),
            row(112, TEMPORARY, "not allowed in this location"),
            row(113, SIM, "roaming not allowed"),
            row(515, TEMPORARY, "module busy"),
            row(770, 772, SIM, "the SIM does not work"));

    private SendErrors() {}

    static Row ofCms(int code) {
        return find(CMS, code, code >= 512 ? TEMPORARY : PERMANENT);
    }

    static Row ofCme(int code) {
        return find(CME, code, MODULE);
    }

    private static Row find(List<Row> table, int code, ErrorMeaning otherwise) {
        return table.stream()
                .filter(row -> row.first <= code && code <= row.last)
                .findFirst()
                .orElseGet(() -> row(code, otherwise, "error not in the tables"));
    }

    private static Row row(int code, ErrorMeaning meaning, String description) {
        return new Row(code, code, meaning, description);
    }

    private static Row row(int first, int last, ErrorMeaning meaning, String description) {
        return new Row(first, last, meaning, description);
    }
}
