package io.polygator.gsm.transport.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.polygator.gsm.transport.LinkClosed.Cause;
import io.polygator.gsm.transport.TransportAddress;
import java.io.File;

/** Opens a device the way every modem of ours wants it, and says why it could not. */
final class SerialDevice {
    private static final int DATA_BITS = 8;

    // errno of Linux; the library's own code for a device that this process has open is 2, which is also ENOENT.
    private static final int OPEN_HERE = 2;
    private static final int WOULD_BLOCK = 11;
    private static final int PERMISSION = 13;
    private static final int TAKEN = 16;
    private static final int NOT_A_TTY = 25;

    private SerialDevice() {}

    /** Blocks for a few milliseconds, or for as long as a faulty driver likes. */
    static SerialPort open(TransportAddress.Serial address) throws SerialOpenException {
        SerialPort port = find(address);
        // The permissions stay as they are: the library would change them with the help of sudo if it were asked to.
        port.setComPortParameters(address.baud(), DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (!port.openPort()) {
            throw failure(address, port.getLastErrorCode());
        }
        return port;
    }

    private static SerialPort find(TransportAddress.Serial address) throws SerialOpenException {
        boolean isPath = address.path().indexOf(File.separatorChar) >= 0;
        if (isPath && !new File(address.path()).exists()) {
            throw missing(address);
        }
        try {
            return SerialPort.getCommPort(address.path());
        } catch (SerialPortInvalidPortException e) {
            throw missing(address);
        } catch (LinkageError e) {
            throw unreachable(
                    address,
                    "the serial library cannot be loaded (" + e.getMessage()
                            + "); make java.io.tmpdir writable or set jSerialComm.library.path");
        }
    }

    private static SerialOpenException missing(TransportAddress.Serial address) {
        return unreachable(address, "there is no such device; check its path and that its driver is loaded");
    }

    private static SerialOpenException failure(TransportAddress.Serial address, int code) {
        return switch (code) {
            case OPEN_HERE, WOULD_BLOCK, TAKEN ->
                new SerialOpenException(
                        Cause.BUSY, "another program or channel has the device open; stop it (" + address + ")");
            case PERMISSION ->
                unreachable(
                        address, "permission denied; add the user we run as to the group of the device, often dialout");
            case NOT_A_TTY -> unreachable(address, "not a serial device; check its path");
            default ->
                unreachable(address, "the device does not open, error " + code + "; check that its board is present");
        };
    }

    private static SerialOpenException unreachable(TransportAddress.Serial address, String why) {
        return new SerialOpenException(Cause.UNREACHABLE, why + " (" + address + ")");
    }
}
