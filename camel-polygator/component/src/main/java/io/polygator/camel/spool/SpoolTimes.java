package io.polygator.camel.spool;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as smsd writes them: local, with two digits for the year. */
record SpoolTimes(ZoneId zone) {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yy-MM-dd HH:mm:ss");

    String format(Instant instant) {
        return FORMAT.format(instant.atZone(zone));
    }
}
