package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.sms.alphabet.Alphabet;
import java.util.Optional;

/**
 * What TP-PI announces at the end of a report: protocol, coding and user data, each of them optional (3GPP TS 23.040
 * §9.2.3.27).
 */
public record OptionalParameters(
        Optional<ProtocolIdentifier> protocolIdentifier,
        Optional<DataCodingScheme> dataCodingScheme,
        Optional<UserData> userData) {
    private static final OptionalParameters NONE =
            new OptionalParameters(Optional.empty(), Optional.empty(), Optional.empty());

    public OptionalParameters {
        Alphabet announced = alphabetOf(dataCodingScheme);
        userData.ifPresent(data -> data.requireAlphabet(announced));
    }

    /** User data without a coding is GSM 7-bit. */
    static Alphabet alphabetOf(Optional<DataCodingScheme> scheme) {
        return scheme.map(DataCodingScheme::alphabet).orElse(Alphabet.GSM7);
    }

    /** TP-PI that announces nothing. */
    public static OptionalParameters none() {
        return NONE;
    }

    /** User data with the coding it needs. */
    public static OptionalParameters of(UserData userData) {
        return new OptionalParameters(
                Optional.empty(), Optional.of(DataCodingScheme.of(userData.alphabet())), Optional.of(userData));
    }
}
