package io.polygator.smpp.wire;

import io.polygator.gsm.octets.Octets;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.EsmeAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsmpp.InvalidNumberOfDestinationsException;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.Address;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DestinationAddress;
import org.jsmpp.bean.DistributionList;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;
import org.jspecify.annotations.Nullable;

/** Frames to {@link Pdu}s. Total: a value, or a {@link PduException} with the status to answer. */
public final class PduDecoder {
    private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();

    private PduDecoder() {}

    /** Any of the three binds. */
    public static Pdu.Bind bind(byte[] frame) throws PduException {
        var bind = decomposed(DECOMPOSER::bind, Parts.of(Layout.BIND, frame).mandatory());
        return new Pdu.Bind(
                text(bind.getSystemId()),
                text(bind.getPassword()),
                text(bind.getSystemType()),
                bind.getInterfaceVersion() & 0xFF,
                text(bind.getAddressRange()));
    }

    /** submit_sm. */
    public static Pdu.Submission submitSm(byte[] frame) throws PduException {
        Parts parts = Parts.withMessage(Layout.SUBMIT_SM, frame);
        SubmitSm pdu = decomposed(DECOMPOSER::submitSm, parts.mandatory());
        return new Pdu.Submission(
                text(pdu.getServiceType()),
                address(pdu.getSourceAddrTon(), pdu.getSourceAddrNpi(), pdu.getSourceAddr()),
                List.of(address(pdu.getDestAddrTon(), pdu.getDestAddrNpi(), pdu.getDestAddress())),
                List.of(),
                pdu.getEsmClass() & 0xFF,
                pdu.getProtocolId() & 0xFF,
                pdu.getPriorityFlag() & 0xFF,
                text(pdu.getScheduleDeliveryTime()),
                text(pdu.getValidityPeriod()),
                pdu.getRegisteredDelivery() & 0xFF,
                pdu.getReplaceIfPresent() & 0xFF,
                pdu.getDataCoding() & 0xFF,
                pdu.getSmDefaultMsgId() & 0xFF,
                parts.shortMessage(),
                parts.optional());
    }

    /** submit_multi. */
    public static Pdu.Submission submitMulti(byte[] frame) throws PduException {
        Parts parts = Parts.withMessage(Layout.SUBMIT_MULTI, frame);
        SubmitMulti pdu = decomposed(DECOMPOSER::submitMulti, parts.mandatory());
        List<EsmeAddress> destinations = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        for (DestinationAddress destination : pdu.getDestAddresses()) {
            if (destination instanceof Address one) {
                destinations.add(address(one.getTon(), one.getNpi(), one.getAddress()));
            } else if (destination instanceof DistributionList list) {
                lists.add(text(list.getName()));
            }
        }
        return new Pdu.Submission(
                text(pdu.getServiceType()),
                address(pdu.getSourceAddrTon(), pdu.getSourceAddrNpi(), pdu.getSourceAddr()),
                destinations,
                lists,
                pdu.getEsmClass() & 0xFF,
                pdu.getProtocolId() & 0xFF,
                pdu.getPriorityFlag() & 0xFF,
                text(pdu.getScheduleDeliveryTime()),
                text(pdu.getValidityPeriod()),
                pdu.getRegisteredDelivery() & 0xFF,
                pdu.getReplaceIfPresentFlag() & 0xFF,
                pdu.getDataCoding() & 0xFF,
                pdu.getSmDefaultMsgId() & 0xFF,
                parts.shortMessage(),
                parts.optional());
    }

    /** data_sm. */
    public static Pdu.Submission dataSm(byte[] frame) throws PduException {
        Parts parts = Parts.of(Layout.DATA_SM, frame);
        DataSm pdu = decomposed(DECOMPOSER::dataSm, parts.mandatory());
        return new Pdu.Submission(
                text(pdu.getServiceType()),
                address(pdu.getSourceAddrTon(), pdu.getSourceAddrNpi(), pdu.getSourceAddr()),
                List.of(address(pdu.getDestAddrTon(), pdu.getDestAddrNpi(), pdu.getDestAddress())),
                List.of(),
                pdu.getEsmClass() & 0xFF,
                0,
                0,
                "",
                "",
                pdu.getRegisteredDelivery() & 0xFF,
                0,
                pdu.getDataCoding() & 0xFF,
                0,
                Octets.empty(),
                parts.optional());
    }

    /** query_sm. */
    public static Pdu.Query querySm(byte[] frame) throws PduException {
        QuerySm pdu =
                decomposed(DECOMPOSER::querySm, Parts.of(Layout.QUERY_SM, frame).mandatory());
        return new Pdu.Query(
                text(pdu.getMessageId()), address(pdu.getSourceAddrTon(), pdu.getSourceAddrNpi(), pdu.getSourceAddr()));
    }

    /** cancel_sm. */
    public static Pdu.Cancel cancelSm(byte[] frame) throws PduException {
        CancelSm pdu = decomposed(
                DECOMPOSER::cancelSm, Parts.of(Layout.CANCEL_SM, frame).mandatory());
        return new Pdu.Cancel(
                text(pdu.getServiceType()),
                text(pdu.getMessageId()),
                address(pdu.getSourceAddrTon(), pdu.getSourceAddrNpi(), pdu.getSourceAddr()),
                address(pdu.getDestAddrTon(), pdu.getDestAddrNpi(), pdu.getDestinationAddress()));
    }

    /** replace_sm. */
    public static Pdu.Replace replaceSm(byte[] frame) throws PduException {
        Parts parts = Parts.withMessage(Layout.REPLACE_SM, frame);
        ReplaceSm pdu = decomposed(DECOMPOSER::replaceSm, parts.mandatory());
        return new Pdu.Replace(
                text(pdu.getMessageId()),
                address(pdu.getSourceAddrTon(), pdu.getSourceAddrNpi(), pdu.getSourceAddr()),
                text(pdu.getScheduleDeliveryTime()),
                text(pdu.getValidityPeriod()),
                pdu.getRegisteredDelivery() & 0xFF,
                pdu.getSmDefaultMsgId() & 0xFF,
                parts.shortMessage(),
                parts.optional());
    }

    // jSMPP gives null for an empty C-octet string.
    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static EsmeAddress address(byte ton, byte npi, @Nullable String value) {
        return new EsmeAddress(ton & 0xFF, npi & 0xFF, text(value));
    }

    private interface Decomposing<T> {
        T decompose(byte[] frame) throws PDUStringException, InvalidNumberOfDestinationsException;
    }

    private static <T> T decomposed(Decomposing<T> decomposing, byte[] mandatory) throws PduException {
        try {
            return decomposing.decompose(mandatory);
        } catch (PDUStringException e) {
            throw new PduException(new CommandStatus(e.getErrorCode()), "string");
        } catch (InvalidNumberOfDestinationsException e) {
            throw new PduException(CommandStatus.RINVNUMDESTS, "number_of_dests");
        } catch (IllegalArgumentException e) {
            // jSMPP's type for a destination of submit_multi has no place for a TON or NPI outside of the tables.
            throw new PduException(CommandStatus.RINVDSTADR, "dest_addresses");
        }
    }

    /**
     * A frame cut for the decomposer, which allows a short_message of 254 octets only and takes any length of an
     * optional parameter for granted: it gets neither.
     */
    private record Parts(byte[] mandatory, Octets shortMessage, Tlvs optional) {

        static Parts of(Layout layout, byte[] frame) throws PduException {
            int end = layout.end(frame, layout.startOfLast(frame));
            return new Parts(alone(frame, end), Octets.empty(), Tlvs.decode(frame, end));
        }

        static Parts withMessage(Layout layout, byte[] frame) throws PduException {
            int length = layout.startOfLast(frame);
            int end = layout.end(frame, length);
            byte[] mandatory = alone(frame, length + 1);
            mandatory[length] = 0;
            Octets shortMessage = Octets.copyOf(Arrays.copyOfRange(frame, length + 1, end));
            return new Parts(mandatory, shortMessage, Tlvs.decode(frame, end));
        }

        private static byte[] alone(byte[] frame, int end) {
            byte[] mandatory = Arrays.copyOf(frame, end);
            for (int i = 0; i < Integer.BYTES; i++) {
                mandatory[i] = (byte) (end >> (Integer.BYTES - 1 - i) * Byte.SIZE);
            }
            return mandatory;
        }
    }
}
