package io.polygator.gsm.sms.tpdu;

import java.util.List;

/**
 * TP-UDH (3GPP TS 23.040 §9.2.3.24): information elements in their order, unknown ones kept.
 *
 * @param elements never null, possibly empty: then there is no header
 */
public record UserDataHeader(List<InformationElement> elements) {
    public UserDataHeader {
        elements = List.copyOf(elements);
    }

    /** No header. */
    public static UserDataHeader none() {
        return new UserDataHeader(List.of());
    }
}
