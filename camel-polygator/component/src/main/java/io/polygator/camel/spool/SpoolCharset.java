package io.polygator.camel.spool;

/** How texts are written into the folder incoming. */
public enum SpoolCharset {
    /** ISO 8859-15, and UCS-2 for what that lacks: what smsd does unless told otherwise. */
    ISO,
    /** As smsd does with {@code incoming_utf8 = yes}. */
    UTF8
}
