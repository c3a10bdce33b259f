package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.tpdu.SmsAddress;

/** Numbers and names as arguments of commands: quoted, in the client's character set, with a type or without. */
final class AddressText {
    private static final String FORBIDDEN_IN_QUOTES = "[\"\\p{Cntrl}]";

    private AddressText() {}

    /** With its quotes; what a line cannot hold becomes a question mark. */
    static String quoted(SmsAddress address, CharacterSet characterSet) {
        return '"' + characterSet.quotable(address.display().replaceAll(FORBIDDEN_IN_QUOTES, "?")) + '"';
    }

    /**
     * The address in an argument and, if it is there, the type-of-address octet in the next one.
     *
     * @throws CommandRefused with the error if it is none
     */
    static SmsAddress parse(Command command, int index, int error) throws CommandRefused {
        Arguments arguments = command.arguments();
        String number = command.settings()
                .characterSet
                .unquoted(arguments.text(index))
                .orElseThrow(() -> CommandRefused.cms(error));
        try {
            return arguments.isMissing(index + 1) || number.startsWith("+")
                    ? SmsAddress.ofDestination(number)
                    : SmsAddress.of(arguments.number(index + 1, 0, 255), number);
        } catch (IllegalArgumentException e) {
            throw CommandRefused.cms(error);
        }
    }
}
