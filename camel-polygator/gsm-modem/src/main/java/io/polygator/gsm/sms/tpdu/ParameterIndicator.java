package io.polygator.gsm.sms.tpdu;

/** The bits of TP-PI (3GPP TS 23.040 §9.2.3.27). */
final class ParameterIndicator {
    static final int PROTOCOL_IDENTIFIER = 0x01;
    static final int DATA_CODING_SCHEME = 0x02;
    static final int USER_DATA = 0x04;
    /** Another octet of the indicator follows. */
    static final int EXTENSION = 0x80;

    private ParameterIndicator() {}

    static int of(OptionalParameters parameters) {
        return FirstOctet.when(parameters.protocolIdentifier().isPresent(), PROTOCOL_IDENTIFIER)
                | FirstOctet.when(parameters.dataCodingScheme().isPresent(), DATA_CODING_SCHEME)
                | FirstOctet.when(parameters.userData().isPresent(), USER_DATA);
    }
}
