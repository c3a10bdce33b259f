package io.polygator.app.check;

import io.polygator.app.PolygatorSettings;
import io.polygator.app.StartupChecks;
import java.util.List;
import org.apache.camel.CamelContext;

/** What the start itself would refuse of the settings. */
final class StartCheck implements Check {
    private final PolygatorSettings settings;
    private final CamelContext context;

    StartCheck(PolygatorSettings settings, CamelContext context) {
        this.settings = settings;
        this.context = context;
    }

    @Override
    public List<Finding> findings() {
        return StartupChecks.problems(settings, context).stream()
                .map(SettingProblem::of)
                .toList();
    }
}
