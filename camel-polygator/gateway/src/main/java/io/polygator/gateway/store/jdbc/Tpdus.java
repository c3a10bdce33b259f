package io.polygator.gateway.store.jdbc;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.InformationElement;
import io.polygator.gsm.sms.tpdu.Tpdu;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import java.sql.SQLException;

/** TPDUs and their headers as octets. Pure functions. */
final class Tpdus {
    private Tpdus() {}

    /** What the network sent, of the kind that the column is for. */
    static <T extends Tpdu> T toMobile(Octets octets, Class<T> kind) throws SQLException {
        try {
            Tpdu tpdu = TpduDecoder.decode(octets, Direction.TO_MOBILE);
            if (kind.isInstance(tpdu)) {
                return kind.cast(tpdu);
            }
            throw new SQLException("a stored " + kind.getSimpleName() + " is a "
                    + tpdu.getClass().getSimpleName());
        } catch (TpduDecodeException e) {
            throw new SQLException("a stored TPDU cannot be read: " + e.getMessage(), e);
        }
    }

    /** The elements without their length octet; what {@link UserDataHeader#decode} reads. */
    static Octets elements(UserDataHeader header) {
        Octets encoded = Octets.empty();
        for (InformationElement element : header.elements()) {
            encoded = encoded.concat(Octets.copyOf(
                            (byte) element.identifier(), (byte) element.data().length()))
                    .concat(element.data());
        }
        return encoded;
    }
}
