package io.polygator.camel.spool;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How the spool is used.
 *
 * @param directory with the folders outgoing, checked, sent, failed and incoming
 * @param account in whose name messages are sent; without one nothing limits them
 * @param zone of the times that are written into files
 */
public record SpoolSettings(
        Path directory, Optional<String> account, SpoolReports reports, SpoolCharset charset, ZoneId zone) {}
