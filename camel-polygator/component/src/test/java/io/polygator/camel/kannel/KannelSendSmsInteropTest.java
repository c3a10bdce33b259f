package io.polygator.camel.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.tpdu.InformationElement;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import io.polygator.simulator.PolygatorSimulator;
import io.polygator.simulator.network.AirLog;
import io.polygator.simulator.network.Latency;
import io.polygator.simulator.programs.Kannel;
import io.polygator.simulator.programs.PlainHttp;
import io.polygator.simulator.programs.RequiredPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same requests to the real Kannel with simulated modems, and to us: status, body, and what is on the air. */
@Tag("interop")
class KannelSendSmsInteropTest {
    private static final int CHANNELS = 16;
    private static final int DEFERRED = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /**
     * What came of a request.
     *
     * @param air its TPDUs, in words, without what differs each time
     */
    private record Outcome(int status, String body, List<String> air) {
        @Override
        public String toString() {
            return status + " \"" + body + "\" " + air;
        }
    }

    @BeforeAll
    static void needsPrograms() {
        assumeThat(RequiredPrograms.missing("bearerbox", "smsbox")).isEmpty();
    }

    @Test
    void answersAndSendsAsKannelDoesButForTheDifferencesOfTheList(@TempDir Path folder, @TempDir Path kannels)
            throws Exception {
        List<SendSmsCase> cases = numbered();
        Map<String, Outcome> ours = ours(cases, folder);
        Map<String, Outcome> theirs = theirs(cases, kannels);

        Map<String, String> found = new LinkedHashMap<>();
        ours.forEach((name, outcome) -> {
            if (!outcome.equals(theirs.get(name))) {
                found.put(name, "Kannel " + theirs.get(name) + ", here " + outcome);
            }
        });
        assertThat(cases).hasSizeGreaterThan(60);
        assertThat(found.keySet())
                .as(found.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n")))
                .containsExactlyInAnyOrderElementsOf(KannelDifferences.requests());
    }

    private static List<SendSmsCase> numbered() {
        List<SendSmsCase> cases = new ArrayList<>();
        for (SendSmsCase one : SendSmsCase.all()) {
            cases.add(one.to(number(cases.size())));
        }
        return cases;
    }

    private static String number(int index) {
        return "38067" + (1_000 + index);
    }

    private static Map<String, Outcome> ours(List<SendSmsCase> cases, Path folder) throws Exception {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        try (KannelDoor door = KannelDoor.of(folder, CHANNELS).start()) {
            door.awaitRegistered();
            List<PlainHttp.Answer> answers = new ArrayList<>();
            for (SendSmsCase one : cases) {
                answers.add(door.ask(one.method(), "/cgi-bin/sendsms?" + one.query(), one.headers(), one.octets()));
            }
            door.awaitQueued(DEFERRED);
            for (int index = 0; index < cases.size(); index++) {
                PlainHttp.Answer answer = answers.get(index);
                outcomes.put(
                        cases.get(index).name(), new Outcome(answer.status(), answer.body(), air(door.air(), index)));
            }
        }
        return outcomes;
    }

    private static Map<String, Outcome> theirs(List<SendSmsCase> cases, Path folder) throws Exception {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        PolygatorSimulator simulator = PolygatorSimulator.builder()
                .channels(CHANNELS)
                .firstPort(0)
                .sendLatency(Latency.none())
                .transitLatency(Latency.none())
                .build();
        try (simulator;
                Kannel kannel = Kannel.start(folder, modems(simulator.start()))) {
            for (int index = 1; index <= CHANNELS; index++) {
                kannel.awaitOnline("G24_" + index);
            }
            List<Kannel.Answer> answers = new ArrayList<>();
            for (SendSmsCase one : cases) {
                answers.add(kannel.ask(one.method(), one.query(), one.headers(), one.octets()));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(kannel.status()).contains("(0 queued), store size 0"));
            for (int index = 0; index < cases.size(); index++) {
                Kannel.Answer answer = answers.get(index);
                outcomes.put(
                        cases.get(index).name(),
                        new Outcome(
                                answer.status(),
                                answer.body(),
                                air(simulator.air().entries(), index)));
            }
        }
        return outcomes;
    }

    private static List<List<String>> modems(PolygatorSimulator simulator) {
        List<List<String>> groups = new ArrayList<>();
        for (String address : simulator.addresses()) {
            groups.add(modem(address, groups.size() + 1));
        }
        groups.add(model());
        return groups;
    }

    /** A modem as the vendor's {@code kannel_playsms.conf} has it. */
    static List<String> modem(String address, int number) {
        return List.of(
                "group = smsc",
                "smsc = at",
                "smsc-id = G24_" + number,
                "modemtype = m10",
                "device = rawtcp",
                "host = 127.0.0.1",
                "port = " + address.replaceFirst(".*:", ""),
                "speed = 115200",
                "keepalive = 100");
    }

    static List<String> model() {
        return List.of("group = modems", "id = m10", "name = M10", "init-string = \"AT+CNMI=1,2,0,1,0\"");
    }

    /** What went to the case's recipients, segments in their order. */
    private static List<String> air(List<AirLog.Entry> entries, int index) {
        return entries.stream()
                .map(AirLog.Entry::submit)
                .filter(submit -> submit.destination().value().startsWith(number(index)))
                .map(KannelSendSmsInteropTest::words)
                .sorted()
                .toList();
    }

    /** All of a TPDU but the references, and of the validity what a client asked for. */
    private static String words(SmsSubmit submit) {
        return submit.destination().typeOfNumber() + " "
                + submit.destination().value() + place(submit.userData().header())
                + (submit.statusReportRequested() ? " SRR" : "")
                + (submit.replyPath() ? " RP" : "")
                + " PID " + submit.protocolIdentifier().value()
                + " DCS " + Integer.toHexString(submit.dataCodingScheme().value())
                + validity(submit)
                + " UDH " + others(submit.userData().header())
                + " UD " + submit.userData().units();
    }

    private static String place(UserDataHeader header) {
        return Concatenation.in(header)
                .map(place -> " " + place.sequence() + "/" + place.total())
                .orElse("");
    }

    private static String others(UserDataHeader header) {
        return header.elements().stream()
                .filter(element -> element.identifier() != InformationElement.CONCATENATION_8)
                .map(element -> element.identifier() + ":" + element.data())
                .collect(Collectors.joining(","));
    }

    /** Kannel asks for a day when its client asks for nothing; we leave it to the service centre. */
    private static String validity(SmsSubmit submit) {
        return submit.validityPeriod()
                .duration()
                .filter(duration -> !duration.equals(Duration.ofDays(1)))
                .map(duration -> " VP " + duration)
                .orElse("");
    }
}
