package io.polygator.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.camel.polygator.PolygatorComponent;
import org.junit.jupiter.api.Test;

/** What waits from a demo must never go out through real SIMs, so a demo keeps it elsewhere. */
class DemoStoreTest {

    @Test
    void aDemoHasAFileOfItsOwn() {
        assertThat(storeFileOfADemo(new PolygatorComponent())).isEqualTo("data/demo.db");
    }

    @Test
    void aFileThatIsConfiguredIsUsed() {
        PolygatorComponent component = new PolygatorComponent();
        component.setStoreFile("elsewhere.db");

        assertThat(storeFileOfADemo(component)).isEqualTo("elsewhere.db");
    }

    private static String storeFileOfADemo(PolygatorComponent component) {
        try (Demo demo = new Demo()) {
            demo.start(0, component);
            return component.getStoreFile();
        }
    }
}
