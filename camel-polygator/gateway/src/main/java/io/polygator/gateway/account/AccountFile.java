package io.polygator.gateway.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * The file of accounts, {@code accounts.yaml}. It is taken as a whole or refused as a whole, with every problem told at
 * once.
 */
public final class AccountFile {
    private static final int LARGEST_OCTETS = 4 * 1024 * 1024;

    private final Path path;

    /** @param path need not exist yet */
    public AccountFile(Path path) {
        this.path = path;
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /**
     * Reads and checks the file.
     *
     * @return the accounts in the order of the file
     * @throws AccountFileException if it cannot be read or anything in it is wrong
     */
    public List<Account> read() throws AccountFileException {
        return parse(text(), path.toString());
    }

    /**
     * Checks the content of a file.
     *
     * @param name what problems call it
     */
    public static List<Account> parse(String yaml, String name) throws AccountFileException {
        Problems problems = new Problems();
        List<Account> accounts = new AccountYaml(problems)
                .read(yaml).stream()
                        .flatMap(entry -> new AccountReader(entry, problems).read().stream())
                        .toList();
        refuseAny(name, problems);
        return accounts;
    }

    /** What changes when the file does; empty while there is none. */
    Optional<Stamp> stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new Stamp(
                    attributes.lastModifiedTime().toMillis(), attributes.size(), String.valueOf(attributes.fileKey())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * What tells one content of the file from another.
     *
     * @param modified milliseconds since 1970
     * @param size in octets
     * @param key which file it is, so that one put in its place is noticed also when time and size agree
     */
    record Stamp(long modified, long size, String key) {}

    private String text() throws AccountFileException {
        try {
            if (Files.size(path) > LARGEST_OCTETS) {
                throw refused("has more than " + LARGEST_OCTETS + " octets", "take accounts out");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw refused("there is no such file", "write it as the page accounts.md shows, or name another");
        } catch (CharacterCodingException e) {
            throw refused("is not in UTF-8", "save it in UTF-8");
        } catch (IOException e) {
            throw refused("cannot be read: " + e, "let the user of this service read it");
        }
    }

    private AccountFileException refused(String defect, String remedy) {
        return new AccountFileException(path.toString(), List.of(new AccountProblem(1, "", "", defect, remedy)));
    }

    private static void refuseAny(String name, Problems problems) throws AccountFileException {
        List<AccountProblem> found = problems.inOrderOfTheFile();
        if (!found.isEmpty()) {
            throw new AccountFileException(name, found);
        }
    }
}
