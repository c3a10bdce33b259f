package io.polygator.simulator.network;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.IncomingTpdu;
import io.polygator.gsm.virtualmodem.IncomingTpdu.Kind;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.Fault.Occasion;
import io.polygator.simulator.fault.FaultSource;
import io.polygator.simulator.network.NumberRule.Fate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The GSM network with its service centre: what one virtual SIM sends to another's number arrives there, and reports
 * come back. To be used on the simulator's loop only, except for {@link #air}.
 */
public final class RadioNetwork {
    private final Loop loop;
    private final SmsAddress serviceCentre;
    private final Latency transit;
    private final NumberRule otherNumbers;
    private final AirLog air = new AirLog();
    private final Map<SimCard, Mailbox> mailboxes = new LinkedHashMap<>();
    private final ReportSchedule reports;

    /**
     * A network that no SIM is known to yet.
     *
     * @param transit from the service centre to the recipient
     * @param otherNumbers what becomes of messages to numbers that no virtual SIM has
     */
    public RadioNetwork(Loop loop, SmsAddress serviceCentre, Latency transit, NumberRule otherNumbers) {
        this.loop = loop;
        this.serviceCentre = serviceCentre;
        this.transit = transit;
        this.otherNumbers = otherNumbers;
        this.reports = new ReportSchedule(loop, this::sendReport);
    }

    /** What was on the air. */
    public AirLog air() {
        return air;
    }

    /** Makes the SIM known to the network, in the module it is in now. */
    public void attach(SimCard sim, Subscriber subscriber) {
        mailboxes.computeIfAbsent(sim, unknown -> new Mailbox(loop, subscriber)).attach(subscriber);
    }

    /** The SIM is in no module: what comes for it waits. */
    public void detach(SimCard sim) {
        Mailbox mailbox = mailboxes.get(sim);
        if (mailbox != null) {
            mailbox.detach();
        }
    }

    /** The module of this SIM can be reached again or has room again: what waits is delivered. */
    public void wake(SimCard sim) {
        Mailbox mailbox = mailboxes.get(sim);
        if (mailbox != null) {
            mailbox.deliver();
        }
    }

    /** Takes a message off the air, and with it the responsibility for it. */
    public void submit(SimCard sender, MessageReference reference, SmsSubmit submit) {
        air.add(new AirLog.Entry(loop.instant(), sender.number(), reference, submit));
        FaultSource faults = faultsOf(sender);
        Optional<Fault> reportFault = submit.statusReportRequested() ? faults.draw(Occasion.REPORT) : Optional.empty();
        Submission submission = new Submission(sender, reference, submit, now(), reportFault);
        if (reportFault.equals(Optional.of(Fault.REPORT_EARLY))) {
            sendReport(submission, submit.destination(), Fate.DELIVERED.status());
        }
        loop.schedule(transit.at(faults.chance()), () -> forward(submission));
    }

    /** Delivers a message that comes from outside to a virtual SIM. */
    public void deliver(SimCard recipient, SmsAddress originator, DataCodingScheme scheme, UserData userData) {
        Mailbox mailbox = mailboxes.get(recipient);
        if (mailbox != null) {
            put(mailbox, deliverTpdu(originator, new ProtocolIdentifier(0), scheme, userData), () -> {});
        }
    }

    /** Delivers octets as they are, well-formed or not. */
    public void deliver(SimCard recipient, PduModeFrame frame, Kind kind) {
        Mailbox mailbox = mailboxes.get(recipient);
        if (mailbox != null && !mailbox.isFull()) {
            mailbox.add(new IncomingTpdu(frame, kind), () -> {});
        }
    }

    private void forward(Submission submission) {
        SmsSubmit submit = submission.submit();
        Optional<Mailbox> recipient = mailboxOf(submit.destination());
        if (recipient.isEmpty()) {
            Fate fate = otherNumbers.fateOf(submit.destination());
            report(submission, fate.status());
            return;
        }
        SmsDeliver message = deliverTpdu(
                addressOf(submission.sender()),
                submit.protocolIdentifier(),
                submit.dataCodingScheme(),
                submit.userData());
        put(recipient.get(), message, () -> report(submission, Fate.DELIVERED.status()));
    }

    private void put(Mailbox mailbox, SmsDeliver message, Runnable taken) {
        if (mailbox.isFull()) {
            return;
        }
        IncomingTpdu incoming = IncomingTpdu.of(Optional.of(serviceCentre), message);
        mailbox.add(incoming, taken);
        if (mailbox.subscriber().faults().draw(Occasion.INBOUND).equals(Optional.of(Fault.INBOUND_DUPLICATE))) {
            mailbox.add(incoming, () -> {});
        }
    }

    private void report(Submission submission, int status) {
        if (submission.submit().statusReportRequested()) {
            reports.plan(submission, status);
        }
    }

    private void sendReport(Submission submission, SmsAddress recipient, int status) {
        Mailbox mailbox = mailboxes.get(submission.sender());
        if (mailbox == null || mailbox.isFull()) {
            return;
        }
        SmsStatusReport report = new SmsStatusReport(
                false,
                false,
                false,
                submission.reference(),
                recipient,
                submission.accepted(),
                now(),
                new DeliveryStatus(status),
                Optional.empty());
        mailbox.add(IncomingTpdu.of(Optional.of(serviceCentre), report), () -> {});
    }

    private SmsDeliver deliverTpdu(
            SmsAddress originator, ProtocolIdentifier protocol, DataCodingScheme scheme, UserData userData) {
        return new SmsDeliver(false, false, false, false, originator, protocol, scheme, now(), userData);
    }

    private Optional<Mailbox> mailboxOf(SmsAddress number) {
        return mailboxes.entrySet().stream()
                .filter(entry -> addressOf(entry.getKey()).sameSubscriber(number))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static SmsAddress addressOf(SimCard sim) {
        return SmsAddress.ofDestination(sim.number());
    }

    private ServiceCentreTimestamp now() {
        return ServiceCentreTimestamp.of(loop.instant().atOffset(ZoneOffset.UTC));
    }

    private FaultSource faultsOf(SimCard sim) {
        Mailbox mailbox = mailboxes.get(sim);
        if (mailbox == null) {
            throw new IllegalStateException("a SIM must be attached before it sends: " + sim.iccid());
        }
        return mailbox.subscriber().faults();
    }
}
