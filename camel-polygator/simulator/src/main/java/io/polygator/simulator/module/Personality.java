package io.polygator.simulator.module;

import io.polygator.gsm.virtualmodem.CommandSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The module types of Polygator boards, each with its commands, its first words and its quirks. */
// List.of and CommandSet do not change, which the checker cannot see.
@SuppressWarnings("ImmutableEnumChecker")
public enum Personality {
    /** Quectel M10, firmware 04. */
    M10_FW04(
            "M10",
            "Quectel_Ltd",
            "Quectel_M10",
            "M10R04A02M32",
            List.of(BootLine.READY, BootLine.FUNCTIONALITY, BootLine.SIM),
            ModuleCommands.quectel()),
    /** Quectel M10, firmware 05: writes blanks too many in +CUSD. */
    M10_FW05(
            "M10",
            "Quectel_Ltd",
            "Quectel_M10",
            "M10R05A01M32",
            List.of(BootLine.READY, BootLine.FUNCTIONALITY, BootLine.SIM),
            ModuleCommands.quectel()),
    /** SIMCom SIM300: tells the SIM before the functionality. */
    SIM300(
            "SIM300",
            "SIMCOM_Ltd",
            "SIMCOM_SIM300D",
            "1137B08SIM300D32_SPANSION",
            List.of(BootLine.READY, BootLine.SIM, BootLine.FUNCTIONALITY),
            ModuleCommands.simcom()),
    /** SIMCom SIM900. */
    SIM900(
            "SIM900",
            "SIMCOM_Ltd",
            "SIMCOM_SIM900",
            "1137B13SIM900M64_ST",
            List.of(BootLine.READY, BootLine.FUNCTIONALITY, BootLine.SIM),
            ModuleCommands.simcom()),
    /** SIMCom SIM5215: says START, counts message slots from 0, knows AT+CNMA. */
    SIM5215(
            "SIM5215",
            "SIMCOM INCORPORATED",
            "SIMCOM_SIM5215E",
            "SIM5215E_V1.5",
            List.of(BootLine.START, BootLine.SIM),
            ModuleCommands.sim5215());

    private final String boardName;
    private final String manufacturer;
    private final String model;
    private final String revision;
    private final List<BootLine> bootLines;
    private final CommandSet commands;

    Personality(
            String boardName,
            String manufacturer,
            String model,
            String revision,
            List<BootLine> bootLines,
            CommandSet commands) {
        this.boardName = boardName;
        this.manufacturer = manufacturer;
        this.model = model;
        this.revision = revision;
        this.bootLines = bootLines;
        this.commands = commands;
    }

    /** What a module says when it starts. */
    enum BootLine {
        READY,
        START,
        FUNCTIONALITY,
        SIM
    }

    /**
     * The personality of this name, in any case and with {@code -} for {@code _}; {@code M10} alone is firmware 04.
     *
     * @throws IllegalArgumentException if there is none, naming the choices
     */
    public static Personality named(String name) {
        String normal = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(personality -> personality.name().equals(normal) || personality.boardName.equals(normal))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "module \"" + name + "\" is unknown; choose from M10-fw04, M10-fw05, SIM300, SIM900, SIM5215"));
    }

    /** The type as Polygator's driver prints it. */
    public String boardName() {
        return boardName;
    }

    /** 0 or 1: the number of the first message slot. */
    public int firstSlot() {
        return this == SIM5215 ? 0 : 1;
    }

    String manufacturer() {
        return manufacturer;
    }

    String model() {
        return model;
    }

    String revision() {
        return revision;
    }

    List<BootLine> bootLines() {
        return bootLines;
    }

    CommandSet commands() {
        return commands;
    }

    List<String> storages() {
        return this == M10_FW04 || this == M10_FW05 ? List.of("SM", "MT") : List.of("SM", "ME", "SM_P", "ME_P", "MT");
    }

    /** An unsolicited line the way this module writes it. */
    String accent(String line) {
        return this == M10_FW05 && line.startsWith("+CUSD:") ? blanksAroundText(line) : line;
    }

    private static String blanksAroundText(String line) {
        int opening = line.indexOf(",\"");
        int closing = line.lastIndexOf("\",");
        return closing <= opening
                ? line
                : line.substring(0, opening + 1) + " " + line.substring(opening + 1, closing + 1) + " "
                        + line.substring(closing + 1);
    }

    /** Whether it can be set to find out the client's speed from the first AT. */
    boolean knowsAutobaud() {
        return this != SIM5215;
    }

    boolean tellsCallReady() {
        return this != SIM5215;
    }
}
