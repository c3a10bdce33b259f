package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What the page gives users of PlaySMS in place of the vendor's {@code kannel_playsms.conf}. */
@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
@QuarkusTestResource(
        value = KannelPageSite.class,
        initArgs = @ResourceArg(name = KannelPageSite.SECTION, value = "PlaySMS"),
        restrictToAnnotatedClass = true)
class PlaySmsSettingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CALL = "/index.php?app=call&cat=gateway&plugin=kannel";
    private static final String SECOND_SIM = "%2B380501234502";

    @Test
    void whatPlaySmsSendsIsReportedAndWhatComesInIsBroughtToIt() {
        String dlr = ConfigProvider.getConfig().getValue(KannelPageSite.SERVER, String.class) + CALL.substring(1)
                + "&access=dlr&type=%d&slid=17&uid=1";

        HttpResponse<String> answer = HttpApi.demo()
                .raw("/cgi-bin/sendsms?username=demo&password=demo&from=1234&to=" + SECOND_SIM + "&dlr-mask=31&dlr-url="
                        + URLEncoder.encode(dlr, StandardCharsets.UTF_8) + "&mclass=1&text=Hello+PlaySMS&smsc=default");

        assertThat(answer.statusCode()).isEqualTo(202);
        // which of the two depends on how long the demonstration has been running
        assertThat(answer.body()).isIn("0: Accepted for delivery", "3: Queued for later delivery");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(KannelPageSite.targets(CALL + "&access=dlr"))
                .containsExactly(CALL + "&access=dlr&type=8&slid=17&uid=1", CALL + "&access=dlr&type=1&slid=17&uid=1"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(KannelPageSite.targets(CALL + "&access=geturl"))
                .singleElement()
                .asString()
                .matches("\\Q" + CALL + "&access=geturl&t=\\E\\d{4}-\\d\\d-\\d\\d\\+\\d\\d:\\d\\d:\\d\\d"
                        + "\\Q&q=%2B3805012345\\E\\d\\d\\Q&a=Hello+PlaySMS&Q=" + SECOND_SIM + "&smsc=demo-2\\E"));
        assertThat(HttpApi.demo().get("/v1/messages").json().path("messages")).hasSize(1);
    }

    /** Of the vendor's {@code group = sms-service}; {@code keyword = default} is a service without keywords. */
    @Test
    void thePageHasTheLinesOfTheVendorsService() throws IOException {
        assertThat(PageSettings.of("kannel-http.md", "PlaySMS"))
                .containsEntry("polygator.kannel.services.playsms.omit-empty", "true")
                .containsEntry("polygator.kannel.services.playsms.max-messages", "0")
                .containsEntry(
                        "polygator.kannel.services.playsms.get-url",
                        "http://localhost/index.php?app=call&cat=gateway&plugin=kannel&access=geturl&t=%t&q=%q&a=%a&Q=%Q"
                                + "&smsc=%i")
                .doesNotContainKeys(
                        "polygator.kannel.services.playsms.keyword", "polygator.kannel.services.playsms.catch-all");
    }
}
