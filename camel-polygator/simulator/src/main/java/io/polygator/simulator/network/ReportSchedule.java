package io.polygator.simulator.network;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TypeOfNumber;
import io.polygator.gsm.transport.Loop;
import io.polygator.simulator.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/** When the reports about one message come, how many, and how they are spoiled. */
final class ReportSchedule {
    private static final Duration LATE = Duration.ofDays(3);
    private static final Duration BETWEEN_TWO = Duration.ofSeconds(5);
    private static final int RESERVED_STATUS = 0x80;
    private static final int NO_RESPONSE_STILL_TRYING = 0x22;

    private final Loop loop;
    private final Sender sender;

    ReportSchedule(Loop loop, Sender sender) {
        this.loop = loop;
        this.sender = sender;
    }

    /** Puts a report on the air. */
    @FunctionalInterface
    interface Sender {
        void send(Submission submission, SmsAddress recipient, int status);
    }

    void plan(Submission submission, int status) {
        Optional<Fault> fault = submission.reportFault();
        SmsAddress recipient = submission.submit().destination();
        if (fault.isEmpty()) {
            sender.send(submission, recipient, status);
            return;
        }
        switch (fault.get()) {
            case REPORT_LOST, REPORT_EARLY -> {}
            case REPORT_LATE -> loop.schedule(LATE, () -> sender.send(submission, recipient, status));
            case REPORT_RESERVED_STATUS -> sender.send(submission, recipient, RESERVED_STATUS);
            case REPORT_OTHER_TYPE_OF_NUMBER -> sender.send(submission, otherType(recipient), status);
            case REPORT_DUPLICATE -> twice(submission, recipient, status, status);
            case REPORT_TEMPORARY_FIRST -> twice(submission, recipient, NO_RESPONSE_STILL_TRYING, status);
            default -> sender.send(submission, recipient, status);
        }
    }

    private void twice(Submission submission, SmsAddress recipient, int first, int second) {
        sender.send(submission, recipient, first);
        loop.schedule(BETWEEN_TWO, () -> sender.send(submission, recipient, second));
    }

    private static SmsAddress otherType(SmsAddress recipient) {
        TypeOfNumber other = recipient.typeOfNumber() == TypeOfNumber.INTERNATIONAL
                ? TypeOfNumber.UNKNOWN
                : TypeOfNumber.INTERNATIONAL;
        return recipient.isAlphanumeric()
                ? recipient
                : new SmsAddress(other, recipient.numberingPlan(), recipient.value());
    }
}
