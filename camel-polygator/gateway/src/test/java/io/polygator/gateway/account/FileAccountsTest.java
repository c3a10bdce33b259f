package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts that follow their file. */
class FileAccountsTest {
    private static final String HASH =
            "pbkdf2-sha256$100000$c2FsdCBmb3IgdGhlIHBhZ2U" + "$cxmTgbFBAWtnpBTLu0w/1WmAX8wZ0ZLuDdQwP0UJ8hI";

    private final Path file;
    private final List<AccountChange> heard = new ArrayList<>();
    private long edits;

    FileAccountsTest(@TempDir Path directory) {
        file = directory.resolve("accounts.yaml");
    }

    @Test
    void readsItAgainOnceItHasSettled() throws Exception {
        write("acme", "other");
        FileAccounts accounts = FileAccounts.open(file);
        accounts.listen(heard::add);
        assertThat(accounts.poll()).isEqualTo(new Reload.Untouched());

        write("acme", "third");
        assertThat(accounts.poll()).as("may be half written").isEqualTo(new Reload.Untouched());
        assertThat(names(accounts)).containsExactly("acme", "other");
        assertThat(accounts.poll()).isInstanceOf(Reload.Applied.class);
        assertThat(names(accounts)).containsExactly("acme", "third");
        assertThat(heard)
                .extracting(change -> change.getClass().getSimpleName() + " " + change.id())
                .containsExactly("Added third", "Removed other");
        assertThat(accounts.poll()).isEqualTo(new Reload.Untouched());
    }

    @Test
    void aFileThatIsBeingWrittenIsLeftAloneAsLongAsItGrows() throws Exception {
        write("acme", "other");
        FileAccounts accounts = FileAccounts.open(file);
        for (int i = 0; i < 5; i++) {
            write("acme");
            assertThat(accounts.poll()).isEqualTo(new Reload.Untouched());
        }
        write("acme", "other");
        assertThat(accounts.poll()).isEqualTo(new Reload.Untouched());
        assertThat(accounts.poll()).isEqualTo(new Reload.Applied(List.of()));
    }

    @Test
    void aRefusedFileLeavesTheFormerContentInForceAndIsReportedOnce() throws Exception {
        write("acme");
        FileAccounts accounts = FileAccounts.open(file);
        accounts.listen(heard::add);
        writeText("accounts:\n  acme:\n    secret: x\n");
        accounts.poll();
        assertThat(accounts.poll())
                .isInstanceOfSatisfying(Reload.Refused.class, refused -> assertThat(refused.problems())
                        .extracting(AccountProblem::field)
                        .containsExactly("doors", "secret"));
        assertThat(accounts.poll()).isEqualTo(new Reload.Untouched());
        assertThat(names(accounts)).containsExactly("acme");
        assertThat(heard).isEmpty();
    }

    @Test
    void aFileThatIsGoneLeavesTheFormerContentInForce() throws Exception {
        write("acme");
        FileAccounts accounts = FileAccounts.open(file);
        Files.delete(file);
        accounts.poll();
        assertThat(accounts.poll()).isInstanceOf(Reload.Refused.class);
        assertThat(names(accounts)).containsExactly("acme");
        write("other");
        accounts.poll();
        assertThat(accounts.poll()).isInstanceOf(Reload.Applied.class);
        assertThat(names(accounts)).containsExactly("other");
    }

    @Test
    void aFilePutInItsPlaceIsNoticedWhenTimeAndSizeAgree() throws Exception {
        write("acme");
        FileTime time = Files.getLastModifiedTime(file);
        FileAccounts accounts = FileAccounts.open(file);
        Path fresh = file.resolveSibling("fresh");
        Files.writeString(fresh, Files.readString(file).replace("acme", "umbr"));
        Files.setLastModifiedTime(fresh, time);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        accounts.poll();
        accounts.poll();
        assertThat(names(accounts)).containsExactly("umbr");
    }

    @Test
    void whoReloadsByHandDoesNotWait() throws Exception {
        write("acme");
        FileAccounts accounts = FileAccounts.open(file);
        write("other");
        assertThat(accounts.reload()).isInstanceOf(Reload.Applied.class);
        assertThat(names(accounts)).containsExactly("other");
        assertThat(accounts.poll()).isEqualTo(new Reload.Untouched());
    }

    @Test
    void withoutAFileItDoesNotOpen() {
        assertThatThrownBy(() -> FileAccounts.open(file)).isInstanceOf(AccountFileException.class);
    }

    @Test
    void onlyWhatDiffersIsTold() {
        Account acme = SomeAccounts.named("acme");
        MemoryAccounts accounts = new MemoryAccounts(List.of(acme));
        accounts.listen(change -> {
            throw new IllegalStateException("a listener that fails");
        });
        Accounts.Registration registration = accounts.listen(heard::add);
        assertThat(accounts.replaceAll(List.of(acme))).isEmpty();
        Account disabled = acme.with(new AccountAccess(AccountState.DISABLED, Set.of(Door.SMPP), Network.LOOPBACK));
        accounts.replaceAll(List.of(disabled));
        assertThat(heard).containsExactly(new AccountChange.Changed(acme, disabled));
        registration.close();
        accounts.replaceAll(List.of());
        assertThat(heard).hasSize(1);
    }

    /** Two readers, two who reload: everybody sees one whole content or the other, and changes come in order. */
    @Test
    void readersSeeOneContentWholeWhileOthersReload() throws Exception {
        MemoryAccounts accounts = new MemoryAccounts(List.of());
        List<Account> left = List.of(SomeAccounts.named("a"), SomeAccounts.named("b"));
        List<Account> right = List.of(SomeAccounts.named("c"), SomeAccounts.named("d"));
        Set<String> present = new HashSet<>();
        accounts.listen(change -> {
            boolean fits = change instanceof AccountChange.Removed
                    ? present.remove(change.id().value())
                    : present.add(change.id().value());
            assertThat(fits).isTrue();
            heard.add(change);
        });
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Future<Set<List<String>>> reader = threads.submit(() -> {
                Set<List<String>> seen = new HashSet<>();
                do {
                    seen.add(names(accounts));
                } while (!done.get());
                return seen;
            });
            Future<?> one = threads.submit(() -> alternate(accounts, left, right));
            Future<?> two = threads.submit(() -> alternate(accounts, right, left));
            one.get();
            two.get();
            done.set(true);
            assertThat(reader.get()).isSubsetOf(List.of(), List.of("a", "b"), List.of("c", "d"));
            assertThat(present).isEqualTo(Set.copyOf(names(accounts)));
            assertThat(heard).hasSizeGreaterThanOrEqualTo(2);
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    private static void alternate(MemoryAccounts accounts, List<Account> one, List<Account> other) {
        for (int i = 0; i < 500; i++) {
            accounts.replaceAll(one);
            accounts.replaceAll(other);
        }
    }

    private void write(String... names) throws IOException {
        writeText(List.of(names).stream()
                .map(name -> "  " + name + ": {secret: \"" + HASH + "\", doors: [http]}\n")
                .collect(Collectors.joining("", "accounts:\n", "")));
    }

    /** Each edit has its own time, whatever the file system's clock does. */
    private void writeText(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + ++edits * 1_000));
    }

    private static List<String> names(Accounts accounts) {
        return accounts.all().stream().map(account -> account.id().value()).toList();
    }
}
