package io.polygator.gateway.message;

import java.util.Optional;

/**
 * Where a message comes from, stored with it and given back with all that is told about it.
 *
 * @param submitter who handed it over: a door and a name such as {@code smpp acme} or {@code modem g8-1}; at most
 *     {@value #LONGEST_NAME} characters
 * @param account who owns it, pays for it, and may query and cancel it; at most {@value #LONGEST_NAME} characters
 * @param clientReference the name that the edge or its client gave it, by which it can be found; at most
 *     {@value #LONGEST_REFERENCE} characters
 * @param context what the edge that took the message wants back with its reports; at most {@value #LONGEST_CONTEXT}
 *     characters whose meaning is the edge's alone
 */
public record Origin(
        Optional<String> submitter,
        Optional<String> account,
        Optional<String> clientReference,
        Optional<String> context) {
    public static final int LONGEST_NAME = 128;
    public static final int LONGEST_REFERENCE = 64;
    public static final int LONGEST_CONTEXT = 2048;

    private static final Origin UNKNOWN =
            new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Origin {
        requireAtMost("submitter", submitter, LONGEST_NAME);
        requireAtMost("account", account, LONGEST_NAME);
        requireAtMost("clientReference", clientReference, LONGEST_REFERENCE);
        requireAtMost("context", context, LONGEST_CONTEXT);
    }

    /** Nobody said. */
    public static Origin unknown() {
        return UNKNOWN;
    }

    /** A door and a name, no more. */
    public static Origin of(String submitter) {
        return new Origin(Optional.of(submitter), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, owned by this account. */
    public Origin ownedBy(String owner) {
        return new Origin(submitter, Optional.of(owner), clientReference, context);
    }

    /** The same under a name that its submitter gave it. */
    public Origin referredToAs(String name) {
        return new Origin(submitter, account, Optional.of(name), context);
    }

    /** The same with what the edge wants back. */
    public Origin withContext(String wanted) {
        return new Origin(submitter, account, clientReference, Optional.of(wanted));
    }

    private static void requireAtMost(String name, Optional<String> value, int most) {
        int length = value.map(String::length).orElse(0);
        if (length > most) {
            throw new IllegalArgumentException(name + " must be at most " + most + " characters, was " + length);
        }
    }

    /** Without what clients wrote: references and contexts may hold numbers. */
    @Override
    public String toString() {
        return "Origin[" + submitter.orElse("an unnamed submitter")
                + account.map(owner -> ", account " + owner).orElse("")
                + clientReference
                        .map(name -> ", reference " + Masked.text(name))
                        .orElse("")
                + context.map(wanted -> ", context " + Masked.text(wanted)).orElse("") + "]";
    }
}
