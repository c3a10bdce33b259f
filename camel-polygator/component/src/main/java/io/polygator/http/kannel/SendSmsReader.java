package io.polygator.http.kannel;

import io.polygator.gateway.message.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the parameters of sendsms and checks them in Kannel's order, so that of several mistakes the same one is
 * answered. Thread-safe.
 */
public final class SendSmsReader {
    private static final Pattern NUMBER = Pattern.compile("[0-9 +-]+");
    private static final Pattern WHITE = Pattern.compile("[\\s\\x0B]+");
    private static final Pattern WEB = Pattern.compile("https?://.+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ACCOUNT = Pattern.compile("[^\\[\\]\\n\\r]{1,64}");
    private static final int MOST_RECIPIENTS = 500;
    private static final int HIGHEST_PRIORITY = 3;
    private static final int HIGHEST_OCTET = 255;
    private static final int HIGHEST_CLASS = 3;
    private static final int HIGHEST_RPI = 2;
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(63 * 7);
    private static final int UNDEFINED = -1;

    private final SmsContents contents = new SmsContents();

    /** @throws KannelRefusedException with the answer to the first field that is wrong */
    public SendSms read(KannelParameters parameters) throws KannelRefusedException {
        List<String> written = recipients(parameters);
        contents.checkHeader(parameters);
        List<String> allowed =
                written.stream().filter(to -> NUMBER.matcher(to).matches()).toList();
        if (allowed.isEmpty()) {
            throw new KannelRefusedException(KannelAnswer.RECIPIENTS_DENIED);
        }
        Optional<String> from = parameters.filled("from");
        String account = account(parameters);
        String url = dlrUrl(parameters);
        int mask = number(parameters, UNDEFINED, DlrMemo.ALL, "DLR-Mask field", "dlr-mask", "dlrmask");
        number(parameters, UNDEFINED, HIGHEST_CLASS, "MClass field", "mclass");
        int pid = number(parameters, UNDEFINED, HIGHEST_OCTET, "PID field", "pid");
        int rpi = number(parameters, UNDEFINED, HIGHEST_RPI, "RPI field", "rpi");
        contents.checkCoding(parameters);
        int validity = number(parameters, UNDEFINED, Integer.MAX_VALUE, "Validity field", "validity");
        int deferred = number(parameters, UNDEFINED, Integer.MAX_VALUE, "Deferred field", "deferred");
        int priority = number(parameters, UNDEFINED, HIGHEST_PRIORITY, "Priority field", "priority");
        SmsContent content = contents.read(parameters);
        DlrMemo dlr = new DlrMemo(
                Math.max(0, mask),
                url,
                from.orElse(""),
                account,
                parameters.text("binfo").orElse(""),
                parameters.text("meta-data").orElse(""));
        if (dlr.encode().orElse("").length() > Origin.LONGEST_CONTEXT) {
            throw new KannelRefusedException(KannelAnswer.rejected("DLR-URL field is too long"));
        }
        return new SendSms(
                allowed,
                written.stream().filter(to -> !allowed.contains(to)).toList(),
                from,
                content,
                parameters.filled("smsc"),
                dlr,
                validity(validity),
                deferred < 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(deferred)),
                Math.max(0, priority),
                Math.max(0, pid),
                rpi > 0);
    }

    private static List<String> recipients(KannelParameters parameters) throws KannelRefusedException {
        String to = parameters
                .text("to")
                .orElseThrow(() -> new KannelRefusedException(KannelAnswer.rejected("Missing receiver number")));
        if (to.isEmpty()) {
            throw new KannelRefusedException(KannelAnswer.rejected("Empty receiver number not allowed"));
        }
        Set<String> words = new LinkedHashSet<>(List.of(WHITE.split(to.strip())));
        if (words.size() > MOST_RECIPIENTS) {
            throw new KannelRefusedException(KannelAnswer.rejected("Too many receiver numbers"));
        }
        return new ArrayList<>(words);
    }

    private static String account(KannelParameters parameters) throws KannelRefusedException {
        Optional<String> account = parameters.filled("account");
        if (account.isPresent() && !ACCOUNT.matcher(account.get()).matches()) {
            throw new KannelRefusedException(KannelAnswer.rejected("Account field misformed or too long"));
        }
        return account.orElse("");
    }

    private static String dlrUrl(KannelParameters parameters) throws KannelRefusedException {
        String url = parameters.filled("dlr-url", "dlrurl").orElse("");
        if (!url.isEmpty() && !WEB.matcher(url).matches()) {
            throw new KannelRefusedException(KannelAnswer.misformed("DLR-URL field"));
        }
        return url;
    }

    /** A number from lowest to highest; -1 when there is none. */
    static int number(KannelParameters parameters, int lowest, int highest, String field, String... names)
            throws KannelRefusedException {
        OptionalInt number = parameters.number(names);
        if (number.isPresent() && (number.getAsInt() < lowest || number.getAsInt() > highest)) {
            throw new KannelRefusedException(KannelAnswer.misformed(field));
        }
        return number.orElse(UNDEFINED);
    }

    /** Within what TP-VP can say (3GPP TS 23.040 §9.2.3.12.1): Kannel cuts what is beyond. */
    private static Optional<Duration> validity(int minutes) {
        if (minutes < 0) {
            return Optional.empty();
        }
        Duration wanted = minutes == 0 ? SHORTEST : Duration.ofMinutes(minutes);
        return Optional.of(wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted);
    }
}
