package io.polygator.camel.spool;

import io.polygator.gsm.octets.Octets;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Replaces the names that headers {@code Macro: name=value} define, wherever they stand in the body. */
final class SpoolMacros {
    private SpoolMacros() {}

    /** @throws SpoolFileException if a definition has no name */
    static SpoolFile expand(SpoolFile file) throws SpoolFileException {
        List<String> macros = file.headers("Macro");
        if (macros.isEmpty()) {
            return file;
        }
        String body = new String(file.body().toByteArray(), StandardCharsets.ISO_8859_1);
        for (String macro : macros) {
            int equals = macro.indexOf('=');
            if (equals < 1) {
                throw new SpoolFileException("Macro: write Macro: name=value");
            }
            body = body.replace(macro.substring(0, equals), macro.substring(equals + 1));
            if (body.length() > SpoolFile.MOST_OCTETS) {
                throw new SpoolFileException("Macro: the message grows beyond every length");
            }
        }
        return new SpoolFile(file.lines(), Octets.copyOf(body.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
