package io.polygator.gsm.at;

import static java.util.Map.entry;

import java.util.Map;

/**
 * A +CMS ERROR by number, whatever the modem printed (3GPP TS 27.005 §3.2.5): the network's RP cause (0 to 127, TS
 * 24.011 annex E-2), the service centre's TP-FCS (128 to 255, TS 23.040 §9.2.3.22), the module's own (300 to 511), the
 * manufacturer's (from 512).
 *
 * @param code 0 to 999999
 */
public record CmsError(int code) {
    private static final int UNKNOWN = 500;
    private static final int FIRST_OF_MANUFACTURER = 512;

    private static final ErrorTexts TEXTS = new ErrorTexts(Map.ofEntries(
            entry(1, "unassigned number"),
            entry(8, "operator determined barring"),
            entry(10, "call barred"),
            entry(17, "network failure"),
            entry(21, "short message transfer rejected"),
            entry(22, "memory capacity exceeded"),
            entry(27, "destination out of service"),
            entry(28, "unidentified subscriber"),
            entry(29, "facility rejected"),
            entry(30, "unknown subscriber"),
            entry(38, "network out of order"),
            entry(41, "temporary failure"),
            entry(42, "congestion"),
            entry(47, "resources unavailable"),
            entry(50, "requested facility not subscribed"),
            entry(69, "requested facility not implemented"),
            entry(81, "invalid short message transfer reference value"),
            entry(95, "invalid message, unspecified"),
            entry(96, "invalid mandatory information"),
            entry(97, "message type non-existent or not implemented"),
            entry(98, "message not compatible with short message protocol state"),
            entry(99, "information element non-existent or not implemented"),
            entry(111, "protocol error, unspecified"),
            entry(127, "interworking, unspecified"),
            entry(128, "telematic interworking not supported"),
            entry(129, "short message type 0 not supported"),
            entry(130, "cannot replace short message"),
            entry(143, "unspecified TP-PID error"),
            entry(144, "data coding scheme (alphabet) not supported"),
            entry(145, "message class not supported"),
            entry(159, "unspecified TP-DCS error"),
            entry(160, "command cannot be actioned"),
            entry(161, "command unsupported"),
            entry(175, "unspecified TP-Command error"),
            entry(176, "TPDU not supported"),
            entry(192, "SC busy"),
            entry(193, "no SC subscription"),
            entry(194, "SC system failure"),
            entry(195, "invalid SME address"),
            entry(196, "destination SME barred"),
            entry(197, "SM rejected-duplicate SM"),
            entry(198, "TP-VPF not supported"),
            entry(199, "TP-VP not supported"),
            entry(208, "SIM SMS storage full"),
            entry(209, "no SMS storage capability in SIM"),
            entry(210, "error in MS"),
            entry(211, "memory capacity of the module exceeded"),
            entry(212, "SIM application toolkit busy"),
            entry(213, "SIM data download error"),
            entry(255, "unspecified TP-FCS error"),
            entry(300, "ME failure"),
            entry(301, "SMS service of ME reserved"),
            entry(302, "operation not allowed"),
            entry(303, "operation not supported"),
            entry(304, "invalid PDU mode parameter"),
            entry(305, "invalid text mode parameter"),
            entry(310, "SIM not inserted"),
            entry(311, "SIM PIN required"),
            entry(312, "PH-SIM PIN required"),
            entry(313, "SIM failure"),
            entry(314, "SIM busy"),
            entry(315, "SIM wrong"),
            entry(316, "SIM PUK required"),
            entry(317, "SIM PIN2 required"),
            entry(318, "SIM PUK2 required"),
            entry(320, "memory failure"),
            entry(321, "invalid memory index"),
            entry(322, "memory full"),
            entry(330, "SMSC address unknown"),
            entry(331, "no network service"),
            entry(332, "network timeout"),
            entry(340, "no +CNMA acknowledgement expected"),
            entry(UNKNOWN, "unknown error")));

    /** Reads what follows the colon: a number or words. Words that are not known give number 500, "unknown error". */
    static CmsError parse(String reason) {
        return new CmsError(TEXTS.codeOf(reason, UNKNOWN));
    }

    /** The number and its meaning, for the operator: {@code CMS error 38: network out of order}. */
    public String describe() {
        return "CMS error " + code + ": "
                + TEXTS.textOf(
                        code, code < FIRST_OF_MANUFACTURER ? "not a standard error" : "an error of the manufacturer");
    }
}
