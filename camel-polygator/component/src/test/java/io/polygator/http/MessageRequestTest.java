package io.polygator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polygator.gateway.message.DoubtPolicy;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.http.MessageRequest.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageRequestTest {

    @Test
    void readsEveryField() throws ProblemException {
        MessageRequest request = MessageRequest.read(
                """
                {"to":["+79000000001","777"],"text":"hi","from":"+79000000002","group":"moscow","report":false,
                 "validity":"2h","sendAt":"2026-11-22T09:00:00+03:00","priority":9,"class":0,"doubt":"retry","reference":"order 17"}
                """);

        assertThat(request.to()).extracting(Recipient::number).containsExactly("+79000000001", "777");
        assertThat(request.several()).isTrue();
        assertThat(request.text()).contains("hi");
        assertThat(request.from()).contains("+79000000002");
        assertThat(request.group()).contains("moscow");
        assertThat(request.report()).isFalse();
        assertThat(request.validity()).contains(Duration.ofHours(2));
        assertThat(request.sendAt()).contains(Instant.parse("2026-11-22T06:00:00Z"));
        assertThat(request.priority()).hasValue(9);
        assertThat(request.messageClass()).hasValue(0);
        assertThat(request.doubt()).contains(DoubtPolicy.RETRY);
        assertThat(request.reference()).contains("order 17");
    }

    @Test
    void fillsTheTextForEachRecipient() throws ProblemException {
        MessageRequest request = MessageRequest.read(
                """
                {"to":[{"number":"777","values":{"name":"Ann","sum":42}},"778",{"number":"779"}],
                 "text":"Dear {name}, pay {sum} {now}"}
                """
                        .replace(" {now}", "{}"));

        assertThat(request.to())
                .containsExactly(
                        new Recipient("777", Optional.of("Dear Ann, pay 42{}")),
                        new Recipient("778", Optional.of("Dear {name}, pay {sum}{}")),
                        new Recipient("779", Optional.of("Dear {name}, pay {sum}{}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'to':[{'number':'777','values':{'nmae':'Ann'}}],'text':'{name}'}|to[0].values.name",
                "{'to':['777',{'values':{}}],'text':'x'}|to[1].number",
                "{'to':['777',{'number':7}],'text':'x'}|to[1].number",
                "{'to':{'number':'777','values':{'name':[]}},'text':'x'}|to.values.name",
                "{'to':{'number':'777','values':'Ann'},'text':'x'}|to.values",
                "{'to':{'number':'777','nmae':'x'},'text':'x'}|to.nmae",
                "{'to':[7],'text':'x'}|to",
                "{'to':'777','text':'x','destinationPort':5}|destinationPort",
                "{'to':'777','data':'CAFE','sourcePort':5}|destinationPort",
                "{'to':'777','data':'CAFE','destinationPort':65536}|destinationPort",
                "{'to':'777','text':'x','reference':''}|reference",
                "{'to':'777','text':'x','validity':[]}|validity"
            })
    void namesTheFieldWithinTheField(String json, String field) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> MessageRequest.read(json.replace('\'', '"')));

        assertThat(refused.problem().field()).isEqualTo(field);
    }

    @Test
    void readsPorts() throws ProblemException {
        assertThat(MessageRequest.read("{\"to\":\"777\",\"data\":\"CAFE\",\"destinationPort\":65535,\"sourcePort\":1}")
                        .ports())
                .contains(new Ports(65535, 1));
    }

    @Test
    void asksForAReportUnlessToldOtherwise() throws ProblemException {
        MessageRequest request = MessageRequest.read("{\"to\":\"777\",\"data\":\"cafe\"}");

        assertThat(request.report()).isTrue();
        assertThat(request.several()).isFalse();
        assertThat(request.data()).contains(Octets.ofHex("CAFE"));
    }

    @ParameterizedTest
    @CsvSource({
        "60, 60",
        "\"90s\", 90",
        "\"5m\", 300",
        "\"2h\", 7200",
        "\"1d\", 86400",
        "\"PT2H\", 7200",
        "\"3600\", 3600"
    })
    void readsValidityInSecondsWithAUnitOrAsIso(String validity, long seconds) throws ProblemException {
        MessageRequest request =
                MessageRequest.read("{\"to\":\"777\",\"text\":\"x\",\"validity\":" + quoted(validity) + "}");

        assertThat(request.validity()).contains(Duration.ofSeconds(seconds));
    }

    private static String quoted(String validity) {
        return validity.matches("\\d+") || validity.startsWith("\"") ? validity : "\"" + validity + "\"";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|to|to is missing",
                "{'to':7,'text':'x'}|to|to must be a number in quotes",
                "{'to':[],'text':'x'}|to|to must hold 1 to 500 numbers",
                "{'to':'7','text':'x','data':'00'}|text|give either text, or data",
                "{'to':'7','text':5}|text|text must be a text in quotes",
                "{'to':'7','text':'x','channel':'a','group':'b'}|group|give either channel or group",
                "{'to':'7','text':'x','channel':''}|channel|channel must have 1 to 64 characters",
                "{'to':'7','text':'x','report':'yes'}|report|report must be true or false",
                "{'to':'7','text':'x','priority':10}|priority|priority must be a number from 0 to 9",
                "{'to':'7','text':'x','priority':1.5}|priority|priority must be a number from 0 to 9",
                "{'to':'7','text':'x','validity':'0'}|validity|validity must be seconds",
                "{'to':'7','text':'x','validity':'442d'}|validity|validity must be seconds",
                "{'to':'7','text':'x','sendAt':'2026-11-22'}|sendAt|sendAt must be a time with an offset",
                "{'to':'7','text':'x','doubt':'HOLD'}|doubt|doubt must be hold, retry or fail",
                "{'To':'7','text':'x'}|To|To is unknown: known are channel, class, data, destinationPort, doubt",
                "{'to':'7','to':'8','text':'x'}|body|the body is no JSON: line 1",
                "{'to':{'to':{'to':{'to':{'to':{'to':{'to':{'to':{'to':1}}}}}}}}}|body|the body is no JSON",
            })
    void namesTheWrongField(String json, String field, String detail) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> MessageRequest.read(json.replace('\'', '"')));

        assertThat(refused.problem().field()).isEqualTo(field);
        assertThat(refused.problem().detail()).startsWith(detail);
        assertThat(refused.problem().status()).isEqualTo(400);
    }

    @Test
    void aRequestThatIsTooLongIsNotRead() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> MessageRequest.read("\"" + "x".repeat(Json.LONGEST) + "\""));

        assertThat(refused.problem().status()).isEqualTo(413);
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedWithAProblem(@ForAll String json) {
        try {
            assertThat(MessageRequest.read(json)).isNotNull();
        } catch (ProblemException e) {
            assertThat(List.of(400, 413)).contains(e.problem().status());
        }
    }
}
