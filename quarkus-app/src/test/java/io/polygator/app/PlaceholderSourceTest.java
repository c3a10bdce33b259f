package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.camel.CamelContext;
import org.apache.camel.component.properties.PropertiesComponent;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WebhookReceiver.class)
class PlaceholderSourceTest {

    @Inject
    CamelContext camel;

    /** Behind Camel's own it would never be asked, and the start would be slow again without a word. */
    @Test
    void isAskedBeforeCamelsOwn() {
        PropertiesComponent properties = (PropertiesComponent) camel.getPropertiesComponent();

        assertThat(properties.getPropertiesSources().get(0)).isInstanceOf(PlaceholderSource.class);
        assertThat(properties.parseUri("{{polygator.http.host}} {{polygator.unknown:otherwise}}"))
                .isEqualTo("127.0.0.1 otherwise");
    }
}
