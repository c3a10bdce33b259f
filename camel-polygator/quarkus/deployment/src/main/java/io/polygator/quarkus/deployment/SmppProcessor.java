package io.polygator.quarkus.deployment;

import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedClassBuildItem;

/** jSMPP, if the application has it: behind camel-smpp, a client in routes, or behind our own server. */
final class SmppProcessor {
    private static final String SESSION = "org.jsmpp.session.AbstractSession";

    /** It keeps a {@link java.util.Random} in a static field, which must not be seeded when the image is built. */
    @BuildStep
    void seededAtRunTime(BuildProducer<RuntimeInitializedClassBuildItem> classes) {
        if (QuarkusClassLoader.isClassPresentAtRuntime(SESSION)) {
            classes.produce(new RuntimeInitializedClassBuildItem(SESSION));
        }
    }
}
