package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The page that shows the contract in a browser. */
@QuarkusTest
class ApiPageTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final Map<String, String> TYPES = Map.of(
            ".js", "text/javascript; charset=UTF-8",
            ".css", "text/css; charset=UTF-8",
            ".png", "image/png",
            ".yaml", "application/yaml");

    private final HttpApi api = HttpApi.demo();

    @Test
    void thePageAndAllThatItNamesAreServed() {
        HttpResponse<String> page = api.raw("/docs/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
        List<String> named = references(page.body());
        assertThat(named)
                .contains("swagger-ui-bundle.js", "docs.js", "swagger-ui.css", "../openapi.yaml")
                .allSatisfy(reference -> {
                    HttpResponse<String> file = api.raw(at(reference));
                    assertThat(file.statusCode()).as(reference).isEqualTo(200);
                    assertThat(file.headers().firstValue("Content-Type"))
                            .as(reference)
                            .contains(TYPES.get(reference.substring(reference.lastIndexOf('.'))));
                    assertThat(file.body()).as(reference).isNotEmpty();
                });
    }

    @Test
    void theScriptsAreThoseThatThePageCalls() {
        assertThat(api.raw("/docs/swagger-ui-bundle.js").body()).contains("SwaggerUIBundle");
        assertThat(api.raw("/docs/docs.js").body())
                .contains("SwaggerUIBundle({", "url: \"../openapi.yaml\"", "validatorUrl: null");
    }

    @Test
    void nothingIsAskedOfAnybodyElse() {
        HttpResponse<String> page = api.raw("/docs/");

        assertThat(page.body() + api.raw("/docs/docs.js").body()).doesNotContain("http:", "https:", "//cdn");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("http", "*", "unsafe-eval"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void withoutTheSlashTheAnswerSaysWhereThePageIs() {
        HttpResponse<String> moved = api.raw("/docs?a=b");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).contains("docs/");
    }

    @Test
    void otherNamesAndWaysOutAreNotFound() {
        for (String path : List.of(
                "/docs/other.js",
                "/docs/swagger-ui.js",
                "/docs/swagger-ui-bundle.js/",
                "/docs//",
                "/docs/.",
                "/docs/../http/openapi.yaml",
                "/docs/..%2fopenapi.yaml",
                "/docs/..%2Fopenapi.yaml",
                "/docs/%2e%2e/openapi.yaml",
                "/docs/..%5copenapi.yaml",
                "/docs/docs.js%00",
                "/docs/../../../../../../etc/passwd",
                "/docsdocs.js")) {
            assertThat(raw(path)).as(path).isEqualTo(404);
        }
        assertThat(raw("/docs/docs.js")).isEqualTo(200);
    }

    private static int raw(String path) {
        int port = ConfigProvider.getConfig().getValue("polygator.http.port", Integer.class);
        try (RawHttp client = new RawHttp(port)) {
            return client.send(RawHttp.octets("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        }
    }

    private static String at(String reference) {
        return reference.startsWith("../") ? reference.substring(2) : "/docs/" + reference;
    }

    private static List<String> references(String page) {
        List<String> references = new ArrayList<>();
        for (Matcher reference = REFERENCE.matcher(page); reference.find(); ) {
            references.add(reference.group(1));
        }
        return references;
    }
}
