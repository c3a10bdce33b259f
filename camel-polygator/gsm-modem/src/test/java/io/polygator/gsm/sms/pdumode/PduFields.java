package io.polygator.gsm.sms.pdumode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.AddressCodec;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.InformationElement;
import io.polygator.gsm.sms.tpdu.OptionalParameters;
import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.Tpdu;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A decoded PDU in the words of the vector files. */
final class PduFields {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final String ABSENT = "null";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private PduFields() {}

    static Map<String, Object> of(PduModeFrame frame, Tpdu tpdu) {
        PduFields result = new PduFields();
        result.fields.put(
                "sca", frame.smsc().<Object>map(PduFields::shortAddress).orElse(ABSENT));
        result.fields.put("tpdu_len", frame.tpduLength());
        result.fields.put("fo", frame.tpdu().at(0));
        result.put(tpdu);
        return result.fields;
    }

    /** A value of the vector file as {@link #of} gives it. */
    static Object plain(String name, JsonNode value) {
        if (value.isNull()) {
            return ABSENT;
        }
        if (name.equals("text")) {
            // The codec keeps a byte order mark in the units; reading the text drops it.
            return value.asText().startsWith("\uFEFF") ? value.asText().substring(1) : value.asText();
        }
        return JSON.convertValue(value, Object.class);
    }

    private void put(Tpdu tpdu) {
        if (tpdu instanceof SmsDeliver deliver) {
            putDeliver(deliver);
        } else if (tpdu instanceof SmsSubmit submit) {
            putSubmit(submit);
        } else if (tpdu instanceof SmsStatusReport report) {
            putStatusReport(report);
        } else {
            throw new AssertionError("no vector holds " + tpdu);
        }
    }

    private void putDeliver(SmsDeliver deliver) {
        fields.put("type", "DELIVER");
        fields.put("more", deliver.moreMessagesToSend());
        fields.put("lp", deliver.loopPrevention());
        fields.put("sri", deliver.statusReportIndication());
        fields.put("rp", deliver.replyPath());
        fields.put("oa", address(deliver.originator()));
        fields.put("pid", deliver.protocolIdentifier().value());
        fields.put("scts", time(deliver.timestamp()));
        putScheme(deliver.dataCodingScheme());
        putUserData(deliver.userData());
    }

    private void putSubmit(SmsSubmit submit) {
        fields.put("type", "SUBMIT");
        fields.put("rd", submit.rejectDuplicates());
        fields.put("srr", submit.statusReportRequested());
        fields.put("rp", submit.replyPath());
        fields.put("mr", submit.reference().value());
        fields.put("da", address(submit.destination()));
        fields.put("pid", submit.protocolIdentifier().value());
        fields.put("vp", validity(submit.validityPeriod()));
        putScheme(submit.dataCodingScheme());
        putUserData(submit.userData());
    }

    private void putStatusReport(SmsStatusReport report) {
        fields.put("type", "STATUS-REPORT");
        fields.put("more", report.moreMessagesToSend());
        fields.put("lp", report.loopPrevention());
        fields.put("srq", report.answersCommand());
        fields.put("mr", report.reference().value());
        fields.put("ra", address(report.recipient()));
        fields.put("scts", time(report.timestamp()));
        fields.put("dt", time(report.dischargeTime()));
        fields.put("st", report.status().value());
        report.parameters().ifPresent(this::putParameters);
    }

    private void putParameters(OptionalParameters parameters) {
        int indicator = (parameters.protocolIdentifier().isPresent() ? 1 : 0)
                | (parameters.dataCodingScheme().isPresent() ? 2 : 0)
                | (parameters.userData().isPresent() ? 4 : 0);
        fields.put("pi", indicator);
        parameters.protocolIdentifier().ifPresent(pid -> fields.put("pid", pid.value()));
        parameters.dataCodingScheme().ifPresent(this::putScheme);
        parameters.userData().ifPresent(this::putUserData);
    }

    private void putScheme(DataCodingScheme scheme) {
        fields.put("dcs", scheme.value());
        fields.put("alphabet", name(scheme.alphabet()));
        OptionalInt messageClass = scheme.messageClass();
        fields.put("msg_class", messageClass.isPresent() ? messageClass.getAsInt() : ABSENT);
        fields.put("auto_delete", scheme.isDeletedAfterReading());
    }

    private void putUserData(UserData data) {
        fields.put("udl", data.userDataLength());
        data.text().ifPresent(text -> fields.put("text", text));
        if (data.alphabet() == Alphabet.OCTETS) {
            fields.put("binary", data.units().toString());
        }
        fields.put(
                "udh", data.header().elements().stream().map(PduFields::element).toList());
        Concatenation.in(data.header()).ifPresent(concatenation -> fields.put("concat", concat(concatenation)));
        Ports.in(data.header()).ifPresent(ports -> fields.put("ports", ports(ports, data)));
        language(data, InformationElement.LOCKING_SHIFT).ifPresent(octet -> fields.put("locking_shift", octet));
        language(data, InformationElement.SINGLE_SHIFT).ifPresent(octet -> fields.put("single_shift", octet));
    }

    private static Optional<Integer> language(UserData data, int identifier) {
        return data.header().find(identifier).map(octets -> octets.at(0));
    }

    private static Map<String, Object> element(InformationElement element) {
        return Map.of("iei", element.identifier(), "data", element.data().toString());
    }

    private static Map<String, Object> concat(Concatenation concatenation) {
        return Map.of(
                "bits", concatenation.reference().width(),
                "ref", concatenation.reference().value(),
                "total", concatenation.total(),
                "seq", concatenation.sequence());
    }

    private static Map<String, Object> ports(Ports ports, UserData data) {
        boolean wide = data.header().find(InformationElement.PORTS_16).isPresent();
        return Map.of("bits", wide ? 16 : 8, "dst", ports.destination(), "src", ports.source());
    }

    static String name(Alphabet alphabet) {
        return switch (alphabet) {
            case GSM7 -> "gsm7";
            case OCTETS -> "8bit";
            case UCS2 -> "ucs2";
        };
    }

    private static Map<String, Object> address(SmsAddress address) {
        return Map.of(
                "toa", typeOfAddress(address),
                "ton", typeOfAddress(address) >> 4 & 7,
                "npi", address.numberingPlan(),
                "value", withPlus(address));
    }

    private static Map<String, Object> shortAddress(SmsAddress address) {
        return Map.of("toa", typeOfAddress(address), "value", withPlus(address));
    }

    private static int typeOfAddress(SmsAddress address) {
        return AddressCodec.encode(address).at(1);
    }

    private static String withPlus(SmsAddress address) {
        return (address.typeOfNumber() == TypeOfNumber.INTERNATIONAL ? "+" : "") + address.value();
    }

    private static Object time(ServiceCentreTimestamp timestamp) {
        return timestamp.time().<Object>map(TIME::format).orElse(ABSENT);
    }

    private static Object validity(ValidityPeriod validity) {
        if (validity instanceof ValidityPeriod.Relative relative) {
            return Map.of("format", "relative", "value", relative.octet(), "minutes", minutes(relative));
        }
        if (validity instanceof ValidityPeriod.Absolute absolute) {
            return Map.of("format", "absolute", "value", time(absolute.until()));
        }
        return validity instanceof ValidityPeriod.Enhanced enhanced ? enhanced(enhanced) : ABSENT;
    }

    private static Map<String, Object> enhanced(ValidityPeriod.Enhanced enhanced) {
        Octets octets = enhanced.octets();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("format", "enhanced");
        result.put("functionality", octets.at(0));
        result.put("single_shot", enhanced.isSingleShot());
        Duration duration = enhanced.duration().orElse(Duration.ZERO);
        if ((octets.at(0) & 7) == 1) {
            result.put("value", octets.at(1));
            result.put("minutes", minutes(enhanced));
        } else {
            result.put(
                    "value",
                    "%02d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart()));
        }
        return result;
    }

    private static int minutes(ValidityPeriod validity) {
        return (int) validity.duration().orElse(Duration.ZERO).toMinutes();
    }
}
