package io.polygator.gateway.channel;

import io.polygator.gsm.modem.PinLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PIN attempts in a file, so that a wrong PIN is not tried again after a restart. An attempt is on the disk before it is
 * allowed; when it cannot be written, it is not allowed. The file holds the SIM and a slow salted hash of the value, one
 * attempt per line, since four digits are soon guessed from a fast one. Thread-safe.
 */
public final class FilePinLedger implements PinLedger {
    private static final String FILE = "pin-attempts.txt";
    private static final int SALT_OCTETS = 16;
    private static final int HASH_BITS = 256;
    private static final int ROUNDS = 100_000;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final Set<Attempt> attempts = new LinkedHashSet<>();

    /**
     * Reads what earlier runs recorded.
     *
     * @param directory is made when it does not exist
     * @throws IOException if the file cannot be read or is damaged; the message names it
     */
    public FilePinLedger(Path directory) throws IOException {
        Files.createDirectories(directory);
        file = directory.resolve(FILE);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                attempts.add(Attempt.parse(line, file));
            }
        }
    }

    /** @throws UncheckedIOException if the attempt cannot be written down; it may not be made then */
    @Override
    public synchronized boolean recordAttempt(String iccid, String pin) {
        if (attempts.stream().anyMatch(attempt -> attempt.isOf(iccid, pin))) {
            return false;
        }
        byte[] salt = new byte[SALT_OCTETS];
        random.nextBytes(salt);
        String saltText = HexFormat.of().formatHex(salt);
        Attempt attempt = new Attempt(iccid, saltText, hash(pin, salt));
        attempts.add(attempt);
        try {
            write();
        } catch (UncheckedIOException e) {
            attempts.remove(attempt);
            throw e;
        }
        return true;
    }

    @Override
    public synchronized void forget(String iccid) {
        if (attempts.removeIf(attempt -> attempt.iccid().equals(iccid))) {
            write();
        }
    }

    /** Writes a new file beside the old one, forces it to the disk, and puts it in the old one's place. */
    private void write() {
        Path fresh = file.resolveSibling(FILE + ".new");
        StringBuilder lines = new StringBuilder();
        attempts.forEach(attempt -> lines.append(attempt.format()).append('\n'));
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer content = StandardCharsets.UTF_8.encode(lines.toString());
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the PIN attempt could not be recorded in " + file
                            + ", so it is not made: free space or fix rights",
                    e);
        }
    }

    private static String hash(String pin, byte[] salt) {
        try {
            PBEKeySpec key = new PBEKeySpec(pin.toCharArray(), salt, ROUNDS, HASH_BITS);
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(key)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }

    private record Attempt(String iccid, String salt, String hash) {
        static Attempt parse(String line, Path file) throws IOException {
            String[] fields = line.split(" ", -1);
            if (fields.length != 3) {
                throw new IOException("the PIN ledger " + file
                        + " is damaged; check which PINs were tried, then remove the line that has not three fields");
            }
            return new Attempt(fields[0], fields[1], fields[2]);
        }

        boolean isOf(String sim, String pin) {
            return iccid.equals(sim)
                    && hash.equals(FilePinLedger.hash(pin, HexFormat.of().parseHex(salt)));
        }

        String format() {
            return iccid + " " + salt + " " + hash;
        }
    }
}
