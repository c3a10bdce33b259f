package io.polygator.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.JniRuntimeAccessBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageAllowIncompleteClasspathBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedPackageBuildItem;
import java.util.List;

/** jSerialComm, which has no metadata of its own for native images. */
final class SerialProcessor {

    /** It loads its library in a static block. */
    @BuildStep
    RuntimeInitializedPackageBuildItem loadsItsLibraryAtRunTime() {
        return new RuntimeInitializedPackageBuildItem("com.fazecast.jSerialComm");
    }

    /** It mentions classes of Android that are never on the class path. */
    @BuildStep
    NativeImageAllowIncompleteClasspathBuildItem mentionsAndroid() {
        return new NativeImageAllowIncompleteClasspathBuildItem(ComponentProcessor.FEATURE);
    }

    /** The C side reads and writes fields and calls constructors; no method of Java, so that none is kept for it. */
    @BuildStep
    void seenFromC(BuildProducer<JniRuntimeAccessBuildItem> access) {
        access.produce(new JniRuntimeAccessBuildItem(true, false, true, "com.fazecast.jSerialComm.SerialPort"));
        access.produce(new JniRuntimeAccessBuildItem(true, false, false, "java.lang.Exception"));
    }

    /** Unpacked to the temporary folder when the first port is opened. */
    @BuildStep
    NativeImageResourceBuildItem library() {
        return new NativeImageResourceBuildItem(List.of(
                "Linux/x86_64/libjSerialComm.so",
                "Linux/armv8_64/libjSerialComm.so",
                "Linux/armv7hf/libjSerialComm.so"));
    }
}
