package io.polygator.gsm.modem;

import static io.polygator.gsm.at.AtArguments.quote;

import io.polygator.gsm.at.AtCommand;
import io.polygator.gsm.at.session.AnswerShape;
import io.polygator.gsm.at.session.AtExchange;
import io.polygator.gsm.at.session.AtExchange.Urgency;
import java.time.Duration;
import java.util.Optional;

/**
 * The commands this driver speaks, one row each: the line, what its answer looks like, how long it may take
 * (3GPP TS 27.005, TS 27.007, ITU-T V.250).
 */
final class Commands {
    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final Duration SIM_ACCESS = Duration.ofSeconds(15);
    private static final Duration SIM_WRITE = Duration.ofSeconds(25);
    private static final Duration LISTING = Duration.ofSeconds(60);
    private static final Duration NETWORK = Duration.ofSeconds(30);

    private Commands() {}

    static AtExchange attention() {
        return plain(AtCommand.execute(""), QUICK);
    }

    static AtExchange echoOff() {
        return plain(AtCommand.execute("E0"), QUICK);
    }

    static AtExchange resultsInWords() {
        return plain(AtCommand.execute("V1"), QUICK);
    }

    static AtExchange errorsInNumbers() {
        return plain(AtCommand.set("+CMEE", "1"), QUICK);
    }

    static AtExchange model() {
        return bare(AtCommand.execute("+CGMM"), QUICK);
    }

    static AtExchange revision() {
        return bare(AtCommand.execute("+CGMR"), QUICK);
    }

    static AtExchange imei() {
        return bare(AtCommand.execute("+CGSN"), QUICK);
    }

    static AtExchange imsi() {
        return bare(AtCommand.execute("+CIMI"), SIM_ACCESS);
    }

    static AtExchange ofModule(ModuleQuery query) {
        return query.prefix().isEmpty()
                ? bare(query.command(), SIM_ACCESS)
                : prefixed(query.command(), query.prefix(), SIM_ACCESS);
    }

    static AtExchange simState() {
        return prefixed(AtCommand.read("+CPIN"), "+CPIN:", SIM_ACCESS);
    }

    static AtExchange enterPin(String pin) {
        return plain(AtCommand.set("+CPIN", quote(pin)), SIM_WRITE);
    }

    static AtExchange flowControlOff() {
        return plain(AtCommand.set("+IFC", "0,0"), QUICK);
    }

    static AtExchange announceRegistration() {
        return plain(AtCommand.set("+CREG", "1"), QUICK);
    }

    static AtExchange characterSet(String name) {
        return plain(AtCommand.set("+CSCS", quote(name)), QUICK);
    }

    static AtExchange announceCaller() {
        return plain(AtCommand.set("+CLIP", "1"), NETWORK);
    }

    /** READ BINARY of EF-SMSS (3GPP TS 27.007 §8.18); a length of 0 means the whole file. */
    static AtExchange lastReference(int length) {
        return prefixed(AtCommand.set("+CRSM", "176,28483,0,0," + length), "+CRSM:", SIM_ACCESS);
    }

    static AtExchange pduMode() {
        return plain(AtCommand.set("+CMGF", "0"), QUICK);
    }

    static AtExchange moduleAcknowledges() {
        return prefixed(AtCommand.set("+CSMS", "0"), "+CSMS:", SIM_ACCESS);
    }

    static AtExchange messageService() {
        return prefixed(AtCommand.read("+CSMS"), "+CSMS:", SIM_ACCESS);
    }

    static AtExchange storages(String memory) {
        return prefixed(
                AtCommand.set("+CPMS", quote(memory) + "," + quote(memory) + "," + quote(memory)),
                "+CPMS:",
                SIM_ACCESS);
    }

    static AtExchange readingStorage(String memory) {
        return prefixed(AtCommand.set("+CPMS", quote(memory)), "+CPMS:", SIM_ACCESS);
    }

    static AtExchange announceMessages(String arguments) {
        return plain(AtCommand.set("+CNMI", arguments), SIM_ACCESS);
    }

    static AtExchange announcements() {
        return prefixed(AtCommand.read("+CNMI"), "+CNMI:", SIM_ACCESS);
    }

    static AtExchange announcementsSupported() {
        return prefixed(AtCommand.test("+CNMI"), "+CNMI:", SIM_ACCESS);
    }

    static AtExchange serviceCentre() {
        return prefixed(AtCommand.read("+CSCA"), "+CSCA:", SIM_ACCESS);
    }

    static AtExchange setServiceCentre(String number) {
        String type = number.startsWith("+") ? "145" : "129";
        return plain(AtCommand.set("+CSCA", quote(number) + "," + type), SIM_WRITE);
    }

    static AtExchange ownNumber() {
        return prefixed(AtCommand.execute("+CNUM"), "+CNUM:", SIM_ACCESS);
    }

    static AtExchange registration() {
        return prefixed(AtCommand.read("+CREG"), "+CREG:", QUICK);
    }

    static AtExchange signal() {
        return prefixed(AtCommand.execute("+CSQ"), "+CSQ:", QUICK);
    }

    static AtExchange operatorName() {
        return prefixed(AtCommand.read("+COPS"), "+COPS:", NETWORK);
    }

    static AtExchange radio(String functionality) {
        return plain(AtCommand.set("+CFUN", functionality), NETWORK);
    }

    static AtExchange restart(ModemProfile profile) {
        return plain(profile.restart(), NETWORK);
    }

    static AtExchange storeFlashMessages(AtCommand command) {
        return plain(command, SIM_ACCESS);
    }

    static AtExchange hangUp(AtCommand command) {
        return plain(command, NETWORK);
    }

    /** @param length of the TPDU in octets; the service centre address before it does not count */
    static AtExchange sendMessage(int length, String frame, Duration deadline) {
        return new AtExchange(
                AtCommand.set("+CMGS", Integer.toString(length)),
                Optional.of(frame),
                new AnswerShape.Prefixed("+CMGS:"),
                deadline,
                Urgency.NORMAL);
    }

    /** All messages, read ones too: one that was read before a crash and not deleted would be missed otherwise. */
    static AtExchange listMessages() {
        return pdus(AtCommand.set("+CMGL", "4"), "+CMGL:", LISTING);
    }

    static AtExchange readMessage(int index) {
        return pdus(AtCommand.set("+CMGR", Integer.toString(index)), "+CMGR:", SIM_ACCESS);
    }

    static AtExchange deleteMessage(int index) {
        return plain(AtCommand.set("+CMGD", Integer.toString(index)), SIM_WRITE);
    }

    static AtExchange acknowledgeMessage() {
        return new AtExchange(
                AtCommand.execute("+CNMA"), Optional.empty(), new AnswerShape.None(), QUICK, Urgency.ACKNOWLEDGE);
    }

    static AtExchange ussd(String code) {
        return plain(AtCommand.set("+CUSD", "1," + quote(code) + ",15"), NETWORK.multipliedBy(2));
    }

    static AtExchange cancelUssd() {
        return plain(AtCommand.set("+CUSD", "2"), NETWORK);
    }

    /** The same command, to be run when nothing else waits. */
    static AtExchange inBackground(AtExchange exchange) {
        return new AtExchange(
                exchange.command(), exchange.payload(), exchange.answer(), exchange.deadline(), Urgency.BACKGROUND);
    }

    private static AtExchange plain(AtCommand command, Duration deadline) {
        return row(command, new AnswerShape.None(), deadline);
    }

    private static AtExchange bare(AtCommand command, Duration deadline) {
        return row(command, new AnswerShape.Bare(), deadline);
    }

    private static AtExchange prefixed(AtCommand command, String prefix, Duration deadline) {
        return row(command, new AnswerShape.Prefixed(prefix), deadline);
    }

    private static AtExchange pdus(AtCommand command, String prefix, Duration deadline) {
        return row(command, new AnswerShape.PrefixedPdu(prefix), deadline);
    }

    private static AtExchange row(AtCommand command, AnswerShape answer, Duration deadline) {
        return new AtExchange(command, Optional.empty(), answer, deadline, Urgency.NORMAL);
    }
}
