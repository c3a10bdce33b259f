package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any value of every TPDU kind. */
final class TpduArbitraries {
    private TpduArbitraries() {}

    static Arbitrary<SmsSubmit> submits() {
        Arbitrary<Content> contents =
                contents().filter(content -> content.data().octetLength() <= UserData.MOST_OCTETS);
        return Combinators.combine(flags(3), references(), numbers(), protocols(), validities(), contents)
                .as((flags, reference, destination, protocol, validity, content) -> new SmsSubmit(
                        flags.get(0),
                        flags.get(1),
                        flags.get(2),
                        reference,
                        destination,
                        protocol,
                        content.scheme(),
                        validity,
                        content.data()));
    }

    static Arbitrary<SmsDeliver> delivers() {
        return Combinators.combine(flags(4), addresses(), protocols(), timestamps(), contents())
                .as((flags, originator, protocol, timestamp, content) -> new SmsDeliver(
                        flags.get(0),
                        flags.get(1),
                        flags.get(2),
                        flags.get(3),
                        originator,
                        protocol,
                        content.scheme(),
                        timestamp,
                        content.data()));
    }

    static Arbitrary<SmsStatusReport> statusReports() {
        return Combinators.combine(
                        flags(3),
                        references(),
                        addresses(),
                        timestamps(),
                        timestamps(),
                        octet().map(DeliveryStatus::new),
                        parameters().optional())
                .as((flags, reference, recipient, timestamp, discharge, status, parameters) -> new SmsStatusReport(
                        flags.get(0),
                        flags.get(1),
                        flags.get(2),
                        reference,
                        recipient,
                        timestamp,
                        discharge,
                        status,
                        parameters));
    }

    static Arbitrary<SmsCommand> commands() {
        return Combinators.combine(
                        flags(1), references(), protocols(), octet(), references(), addresses(), octets(0, 157))
                .as((flags, reference, protocol, type, number, destination, data) ->
                        new SmsCommand(flags.get(0), reference, protocol, type, number, destination, data));
    }

    static Arbitrary<SmsSubmitReport> submitReports() {
        return Combinators.combine(causes(), timestamps(), parameters()).as(SmsSubmitReport::new);
    }

    static Arbitrary<SmsDeliverReport> deliverReports() {
        return Combinators.combine(causes(), parameters()).as(SmsDeliverReport::new);
    }

    static Arbitrary<UserDataHeader> headers() {
        Arbitrary<InformationElement> element =
                Combinators.combine(octet(), octets(0, 12)).as(InformationElement::new);
        return element.list().ofMaxSize(5).map(UserDataHeader::new);
    }

    /** User data with a scheme that announces its alphabet. */
    private record Content(DataCodingScheme scheme, UserData data) {}

    private static Arbitrary<Content> contents() {
        return Combinators.combine(octet().map(DataCodingScheme::new), headers(), octets(0, 160))
                .as((scheme, header, octets) -> new Content(scheme, content(scheme.alphabet(), header, octets)));
    }

    private static UserData content(Alphabet alphabet, UserDataHeader header, Octets octets) {
        byte[] units = octets.toByteArray();
        for (int i = 0; alphabet == Alphabet.GSM7 && i < units.length; i++) {
            units[i] &= 0x7F;
        }
        return new UserData(header, alphabet, Octets.copyOf(units));
    }

    private static Arbitrary<OptionalParameters> parameters() {
        return Combinators.combine(protocols().optional(), contents().optional())
                .as((protocol, content) ->
                        new OptionalParameters(protocol, content.map(Content::scheme), content.map(Content::data)));
    }

    private static Arbitrary<ValidityPeriod> validities() {
        return Arbitraries.oneOf(
                Arbitraries.just(new ValidityPeriod.None()),
                octet().map(ValidityPeriod.Relative::new),
                timestamps().map(ValidityPeriod.Absolute::new),
                octets(7, 7).map(ValidityPeriod.Enhanced::new));
    }

    private static Arbitrary<SmsAddress> addresses() {
        return Arbitraries.oneOf(numbers(), names());
    }

    private static Arbitrary<SmsAddress> numbers() {
        Arbitrary<TypeOfNumber> types =
                Arbitraries.of(TypeOfNumber.class).filter(type -> type != TypeOfNumber.ALPHANUMERIC);
        Arbitrary<String> digits =
                Arbitraries.strings().withChars("0123456789*#abc").ofMaxLength(20);
        return Combinators.combine(types, Arbitraries.integers().between(0, 15), digits)
                .as(SmsAddress::new);
    }

    private static Arbitrary<SmsAddress> names() {
        return Arbitraries.strings()
                .withChars("ABCxyz019@_&é[€")
                .ofMaxLength(11)
                .filter(name -> Gsm7.encode(name).orElseThrow().length() <= 11)
                .map(SmsAddress::ofName);
    }

    private static Arbitrary<ServiceCentreTimestamp> timestamps() {
        return octets(7, 7).map(ServiceCentreTimestamp::new);
    }

    private static Arbitrary<Optional<FailureCause>> causes() {
        return Arbitraries.integers().between(128, 255).map(FailureCause::new).optional();
    }

    private static Arbitrary<MessageReference> references() {
        return octet().map(MessageReference::new);
    }

    private static Arbitrary<ProtocolIdentifier> protocols() {
        return octet().map(ProtocolIdentifier::new);
    }

    private static Arbitrary<List<Boolean>> flags(int count) {
        return Arbitraries.of(true, false).list().ofSize(count);
    }

    private static Arbitrary<Integer> octet() {
        return Arbitraries.integers().between(0, 255);
    }

    private static Arbitrary<Octets> octets(int fewest, int most) {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(fewest)
                .ofMaxSize(most)
                .map(Octets::copyOf);
    }
}
