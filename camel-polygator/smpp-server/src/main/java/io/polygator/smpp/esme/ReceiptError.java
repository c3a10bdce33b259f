package io.polygator.smpp.esme;

import io.polygator.gsm.sms.tpdu.DeliveryStatus;

/**
 * {@code err:} of a receipt, three decimal digits whose ranges say who reported it: 000–255 TP-ST of a status report,
 * 300–511 +CMS ERROR of the modem as it is, 512–639 one of the module's vendor (512 and the number modulo 128), 700–955
 * a cause of the network (700 and +CMS ERROR 0–255). Stable: clients may rely on it.
 */
public record ReceiptError(int value) {
    public static final ReceiptError NONE = new ReceiptError(0);

    private static final int FIRST_OF_MODEM = 300;
    private static final int FIRST_OF_VENDOR = 512;
    private static final int VENDOR_ERRORS = 128;
    private static final int FIRST_OF_NETWORK = 700;
    private static final int HIGHEST = 999;

    public ReceiptError {
        if (value < 0 || value > HIGHEST) {
            throw new IllegalArgumentException("err must be 0..999, was " + value);
        }
    }

    public static ReceiptError of(DeliveryStatus status) {
        return new ReceiptError(status.value());
    }

    /** The number of +CMS ERROR, 0 or more. */
    public static ReceiptError ofCmsError(int error) {
        if (error < FIRST_OF_MODEM) {
            return new ReceiptError(FIRST_OF_NETWORK + (error & 0xFF));
        }
        return new ReceiptError(error < FIRST_OF_VENDOR ? error : FIRST_OF_VENDOR + error % VENDOR_ERRORS);
    }

    /** Three digits. */
    @Override
    public String toString() {
        return String.format("%03d", value);
    }
}
