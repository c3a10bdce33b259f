package io.polygator.gsm.modem;

import java.time.Duration;
import java.util.Optional;

/**
 * What the operator says about one modem.
 *
 * @param name the channel's name, for logs and threads
 * @param module the module type, or empty to detect it
 * @param pin the SIM's PIN, or empty when it has none
 * @param smsc the service centre to set when the SIM holds another or none
 * @param keepAlive the longest silence on the link; ser2net closes after 20 s in the vendor's sample
 * @param sendDeadline for the final result after Ctrl-Z; never below 60 s
 * @param sweep how often the SIM's storage is read when no message is announced
 * @param supervision how often registration and signal are read
 * @param hangUp whether incoming calls are rejected at once
 */
public record ModemSettings(
        String name,
        Optional<ModuleType> module,
        Optional<String> pin,
        Optional<String> smsc,
        Duration keepAlive,
        Duration sendDeadline,
        Duration sweep,
        Duration supervision,
        boolean hangUp) {

    public ModemSettings {
        require(pin.isEmpty() || pin.get().matches("\\d{4,8}"), "`pin` must be 4 to 8 digits", name);
        require(
                smsc.isEmpty() || smsc.get().matches("\\+?\\d{3,20}"),
                "`smsc` must be a telephone number such as +380500000500",
                name);
        requirePositive(keepAlive, "`keepAlive`", name);
        requirePositive(sendDeadline, "`sendDeadline`", name);
        requirePositive(sweep, "`sweep`", name);
        requirePositive(supervision, "`supervision`", name);
    }

    private static void requirePositive(Duration duration, String field, String name) {
        require(!duration.isNegative() && !duration.isZero(), field + " must be longer than nothing", name);
    }

    private static void require(boolean holds, String message, String name) {
        if (!holds) {
            throw new IllegalArgumentException(message + " (channel " + name + ")");
        }
    }

    /** Without the PIN. */
    @Override
    public String toString() {
        return "ModemSettings[" + name + ", module "
                + module.map(ModuleType::name).orElse("to be detected") + "]";
    }

    public static ModemSettings defaults(String name) {
        return new ModemSettings(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(120),
                Duration.ofSeconds(120),
                Duration.ofSeconds(20),
                true);
    }
}
