package io.polygator.gsm.sms.tpdu;

import static io.polygator.gsm.sms.tpdu.FirstOctet.when;

import io.polygator.gsm.octets.Octets;
import java.util.Optional;

/** TPDU to octets (3GPP TS 23.040 §9.2.2). */
public final class TpduEncoder {
    private Octets encoded = Octets.empty();

    private TpduEncoder() {}

    public static Octets encode(Tpdu tpdu) {
        TpduEncoder encoder = new TpduEncoder();
        encoder.put(tpdu);
        return encoder.encoded;
    }

    private void put(Tpdu tpdu) {
        if (tpdu instanceof SmsSubmit submit) {
            putSubmit(submit);
        } else if (tpdu instanceof SmsDeliver deliver) {
            putDeliver(deliver);
        } else if (tpdu instanceof SmsStatusReport report) {
            putStatusReport(report);
        } else if (tpdu instanceof SmsSubmitReport report) {
            putSubmitReport(report);
        } else if (tpdu instanceof SmsDeliverReport report) {
            putDeliverReport(report);
        } else {
            putCommand((SmsCommand) tpdu);
        }
    }

    private void putSubmit(SmsSubmit submit) {
        octet(FirstOctet.SUBMIT
                | when(submit.rejectDuplicates(), FirstOctet.REJECT_DUPLICATES)
                | formatBits(submit.validityPeriod())
                | when(submit.statusReportRequested(), FirstOctet.STATUS_REPORT_BIT)
                | headerBit(submit.userData())
                | when(submit.replyPath(), FirstOctet.REPLY_PATH));
        octet(submit.reference().value());
        octets(AddressCodec.encode(submit.destination()));
        octet(submit.protocolIdentifier().value());
        octet(submit.dataCodingScheme().value());
        octets(encode(submit.validityPeriod()));
        userData(submit.userData());
    }

    private void putDeliver(SmsDeliver deliver) {
        octet(FirstOctet.DELIVER
                | when(!deliver.moreMessagesToSend(), FirstOctet.NO_MORE_MESSAGES)
                | when(deliver.loopPrevention(), FirstOctet.LOOP_PREVENTION)
                | when(deliver.statusReportIndication(), FirstOctet.STATUS_REPORT_BIT)
                | headerBit(deliver.userData())
                | when(deliver.replyPath(), FirstOctet.REPLY_PATH));
        octets(AddressCodec.encode(deliver.originator()));
        octet(deliver.protocolIdentifier().value());
        octet(deliver.dataCodingScheme().value());
        octets(deliver.timestamp().octets());
        userData(deliver.userData());
    }

    private void putStatusReport(SmsStatusReport report) {
        octet(FirstOctet.STATUS_REPORT
                | when(!report.moreMessagesToSend(), FirstOctet.NO_MORE_MESSAGES)
                | when(report.loopPrevention(), FirstOctet.LOOP_PREVENTION)
                | when(report.answersCommand(), FirstOctet.STATUS_REPORT_BIT)
                | report.parameters().map(TpduEncoder::headerBit).orElse(0));
        octet(report.reference().value());
        octets(AddressCodec.encode(report.recipient()));
        octets(report.timestamp().octets());
        octets(report.dischargeTime().octets());
        octet(report.status().value());
        report.parameters().ifPresent(parameters -> {
            octet(ParameterIndicator.of(parameters));
            announced(parameters);
        });
    }

    private void putSubmitReport(SmsSubmitReport report) {
        octet(FirstOctet.SUBMIT_REPORT | headerBit(report.parameters()));
        failureCause(report.failureCause());
        octet(ParameterIndicator.of(report.parameters()));
        octets(report.timestamp().octets());
        announced(report.parameters());
    }

    private void putDeliverReport(SmsDeliverReport report) {
        octet(FirstOctet.DELIVER_REPORT | headerBit(report.parameters()));
        failureCause(report.failureCause());
        octet(ParameterIndicator.of(report.parameters()));
        announced(report.parameters());
    }

    private void putCommand(SmsCommand command) {
        octet(FirstOctet.COMMAND | when(command.statusReportRequested(), FirstOctet.STATUS_REPORT_BIT));
        octet(command.reference().value());
        octet(command.protocolIdentifier().value());
        octet(command.commandType());
        octet(command.messageNumber().value());
        octets(AddressCodec.encode(command.destination()));
        octet(command.commandData().length());
        octets(command.commandData());
    }

    private void failureCause(Optional<FailureCause> cause) {
        cause.ifPresent(present -> octet(present.value()));
    }

    private void announced(OptionalParameters parameters) {
        parameters.protocolIdentifier().ifPresent(identifier -> octet(identifier.value()));
        parameters.dataCodingScheme().ifPresent(scheme -> octet(scheme.value()));
        parameters.userData().ifPresent(this::userData);
    }

    private void userData(UserData userData) {
        octet(userData.userDataLength());
        octets(userData.encode());
    }

    private static int headerBit(OptionalParameters parameters) {
        return parameters.userData().map(TpduEncoder::headerBit).orElse(0);
    }

    private static int headerBit(UserData userData) {
        return when(!userData.header().isEmpty(), FirstOctet.HEADER_PRESENT);
    }

    private static int formatBits(ValidityPeriod validity) {
        if (validity instanceof ValidityPeriod.Relative) {
            return FirstOctet.VALIDITY_RELATIVE;
        }
        if (validity instanceof ValidityPeriod.Absolute) {
            return FirstOctet.VALIDITY_ABSOLUTE;
        }
        return validity instanceof ValidityPeriod.Enhanced ? FirstOctet.VALIDITY_ENHANCED : FirstOctet.VALIDITY_NONE;
    }

    private static Octets encode(ValidityPeriod validity) {
        if (validity instanceof ValidityPeriod.Relative relative) {
            return Octets.copyOf((byte) relative.octet());
        }
        if (validity instanceof ValidityPeriod.Absolute absolute) {
            return absolute.until().octets();
        }
        return validity instanceof ValidityPeriod.Enhanced enhanced ? enhanced.octets() : Octets.empty();
    }

    private void octet(int value) {
        octets(Octets.copyOf((byte) value));
    }

    private void octets(Octets more) {
        encoded = encoded.concat(more);
    }
}
